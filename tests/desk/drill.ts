/**
 * The desk is killed at 200 random moments, while it answers, publishes and takes back: `npm run drill:desk`; `KILLS` and
 * `SEED` in the environment say how many and which. Nothing may be lost, and nothing half-written.
 */
import { Desk } from '../../src/desk/desk.ts'
import { answerOne } from './answer.ts'
import { harbour, harbourPage, writeRecord } from './harbour.ts'
import { killAfter, textsIn } from './killed.ts'

const kills = Number(process.env['KILLS'] ?? 200)
let seed = Number(process.env['SEED'] ?? 1)

const folder = writeRecord(harbour)
const desk = await Desk.open(folder)
await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
while (await answerOne(desk));
await desk.publish()
const whole = textsIn(folder)

let wrong = 0
for (let kill = 0; kill < kills; kill += 1) {
  // Park and Miller's generator: the same moments for the same seed.
  seed = (seed * 48_271) % 2_147_483_647
  const moment = (seed / 2_147_483_647) * 1500
  const fault = await killAfter(moment, whole)
  if (fault === null) continue
  wrong += 1
  console.log(`${moment.toFixed(1)} ms: ${fault}`)
}
console.log(`Killed ${kills} times: ${wrong} times something was lost or half-written.`)
if (wrong > 0) process.exitCode = 1
