// Started by command-line.ts: carries out one command line after the other. Each comes as a line of JSON; when it is done, both
// outputs say so with the exit code.
import { createInterface } from 'node:readline'
import { carryOut } from '../../scripts/etappi/run.mts'

for await (const line of createInterface({ input: process.stdin })) {
  const done = `\0${await carryOut(JSON.parse(line) as string[])}\n`
  process.stdout.write(done)
  process.stderr.write(done)
}
process.exit()
