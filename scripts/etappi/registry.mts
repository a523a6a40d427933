import type { Command } from './command.mts'
import { archive } from './commands/archive.mts'
import { checkReportCommand } from './commands/check-report.mts'
import { counts } from './commands/counts.mts'
import { deck } from './commands/deck.mts'
import { finalReport } from './commands/final-report.mts'
import { health } from './commands/health.mts'
import { publish } from './commands/publish.mts'
import { remind } from './commands/remind.mts'
import { review } from './commands/review.mts'
import { users } from './commands/users.mts'

export const commands: readonly Command[] = [
  counts,
  users,
  publish,
  finalReport,
  checkReportCommand,
  archive,
  review,
  deck,
  remind,
  health,
]
