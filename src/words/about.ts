/** The words of `pages/about.md` that a new story begins with; a record without that file has them too. */
export const aboutPage = `---
title: About and method
description: How this record is made, what its words and dates rest on, and how to ask for a correction.
---

{name} follows one story: {subject}. It holds {contents}.

## Whose words

Every statement is a stretch of an article’s own text, linked to the person who said it. Nothing is rewritten. The page of a statement shows the sentence around it and leads to the same words in our copy and at the source.

Verbatim means the outlet’s text. It is not the speaker’s voice: the speaker may have used another language, and the outlet may have translated or shortened. Where several outlets carry the same statement, their wordings stand side by side.

- **Quoted**: The outlet sets all of it in quotation marks. Only such words stand in quotation marks here.
- **Partly quoted**: The outlet reports what was said and quotes some words of it. Only those words stand in quotation marks.
- **Reported**: The outlet reports what was said, in its own words. It is never set as speech.

What somebody says that another person said is on record as the words of the one who is quoted. Officials without a name are counted apart and never taken for a person.

## Colours and marks

Three colours, each with its word beside it: {said} is what somebody said, {happened} is what took place, {expected} is what was announced and has no outcome on record. On the timeline a day is a dot and a span is a bar; an end that nobody gives is open, and what is expected is dashed; on the scale of a speaker or a topic a diamond is something said.

In the copy of an article a solid line marks quoted words, a dotted one reported speech and events. An arrow marks a link that leaves this site.

## Dates

A day is given only when an article states it, when it follows from its words, or when a named source gives it; the page says which. Every day that is printed leads to all that is on record for it. A date that nobody gives is shown as the span in which it can lie. Where it is not known when something was said, the page says when it was reported.

What is expected stands with who announced it and how firmly; it is only *mentioned by* somebody who tells what another wishes. What came after our last article we do not know, and the pages say so.

{due}

## Your visits

{visits}

## Rights

The articles belong to their publishers, who keep all rights; their words are not ours to license. What we add, the names, dates, links and sentences of our own, is [CC0](https://creativecommons.org/publicdomain/zero/1.0/). The software is under the MIT licence.

## Data

The record as data: JSON for programs, each file with its version and its terms, and CSV for spreadsheets, a row a wording. A cell of the CSV that a spreadsheet would run as a formula has an apostrophe in front.

{data}

To be told what is new, take a {feeds}.

## Corrections

Every correction is listed, with what the record said, what it says and why, under {corrections}, and on the pages it concerns.

{contact}
`
