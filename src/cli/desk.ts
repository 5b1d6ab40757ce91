/** Opens the desk: `npm run desk` prints its address. Where it listens: `PORT` in the environment, else 4400. */
import { Desk } from '../desk/desk.ts'
import { createDeskServer } from '../desk/server.ts'
import { contentFolder } from '../site.ts'
import { readArguments, runOnRecord } from './run.ts'
import { listen } from './serve.ts'

const usage = 'npm run desk     # PORT in the environment: where it listens, else 4400, or the next free one'

await runOnRecord(async () => {
  readArguments(usage, { options: {} })
  const desk = await Desk.open(contentFolder)
  const { server, path } = createDeskServer(async () => desk)
  const port = await listen(server, Number(process.env['PORT'] ?? 4400))
  console.log(
    `The desk is open for this machine alone: http://127.0.0.1:${port}${path}\nCtrl-C closes it; what was answered is kept.`,
  )
})
