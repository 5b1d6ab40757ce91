/** Fields that several kinds of file share. */
import { z } from 'zod'

/** Name of a file in the record, without its ending: small Latin letters, digits and single hyphens. */
export const idForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

export const id = z
  .string()
  .max(120)
  .regex(idForm, { error: 'Expected small letters a to z, digits and single hyphens, as `volodymyr-zelensky`.' })

/** Of which noun is what a field names: by it the checks find every name that leads nowhere. */
export const named = z.registry<{
  noun: 'articles' | 'speakers' | 'events' | 'outlets' | 'topics' | 'quotes' | 'kinds'
}>()

/** Name of a file of a noun that has to be there. */
export const idOf = (noun: 'articles' | 'speakers' | 'events' | 'outlets' | 'topics' | 'kinds') =>
  id.clone().register(named, { noun })

/** A quote named in front matter, `speaker#fragment`. */
export const quoteName = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*#[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    error: 'Expected a quote as `speaker#fragment`, as `volodymyr-zelensky#no-meeting-in-moscow`.',
  })
  .register(named, { noun: 'quotes' })

/** An address on the web; zod's own `url()` accepts `javascript:`, and characters that RFC 3986 has no place for. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    hostname: z.regexes.domain,
    error: 'Expected an address that starts with `https://` or `http://`.',
  })
  .regex(/^[^\s"<>\\^`{|}\p{Cc}\p{Cf}]+$/u, {
    error: 'Expected an address in which spaces, quotation marks and brackets are written as `%20`, `%22`, `%3C`.',
  })

/** A language, by its tag. */
export const language = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, { error: 'Expected a language tag, as `en` or `pt-BR`.' })

/** A country, by its code in ISO 3166-1. */
export const country = z.string().regex(/^[A-Z]{2}$/, { error: 'Expected two capital letters, as `UA` (ISO 3166-1).' })

export const words = z
  .string()
  .trim()
  .min(1, { error: 'Expected a few words; leave the line out when there are none.' })

const contactError = { error: 'Expected an e-mail address as `mailto:…`, or an address that starts with `https://`.' }

/** Where a reader can write to. */
export const contact = z
  .string()
  .regex(/^(mailto:[^\s@"<>]+@[^\s@"<>]+|https?:\/\/[^\s"<>]+)$/, { ...contactError, abort: true })
  .refine((address) => URL.canParse(address), contactError)

/** A field that may stand empty (`agency:`), which YAML reads as null. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null)

/** A list that may be left out or stand empty. */
export const list = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((value) => value ?? [])

/** What a fact rests on that the capture itself lacks: words, or words with the address that says so. */
export const basis = z
  .union([words, z.strictObject({ words, source: webAddress })])
  .transform((value) => (typeof value === 'string' ? { words: value, source: null } : value))

/** What every file may carry that an import has begun. */
export const draft = z
  .boolean()
  .default(false)
  .describe('`true` while something in it is unconfirmed; the checks refuse to publish it.')
