import { carryOut } from './run.mts'

process.exit(await carryOut(process.argv.slice(2)))
