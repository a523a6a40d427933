import type { Command } from './command.mts'
import { addCountyCommand } from './commands/add-county.mts'
import { archive } from './commands/archive.mts'
import { auditExport, auditVerify } from './commands/audit.mts'
import { backup, backupKey, restore, verifyBackup } from './commands/backup.mts'
import { checkLinksCommand } from './commands/check-links.mts'
import { checkReportCommand } from './commands/check-report.mts'
import { componentsCommand } from './commands/components.mts'
import { counts } from './commands/counts.mts'
import { deck } from './commands/deck.mts'
import { exportProject } from './commands/export-project.mts'
import { finalReport } from './commands/final-report.mts'
import { health } from './commands/health.mts'
import { importProject } from './commands/import-project.mts'
import { publish } from './commands/publish.mts'
import { remind } from './commands/remind.mts'
import { review } from './commands/review.mts'
import { resetSecondFactor } from './commands/second-factor.mts'
import {
  addStatistics,
  refreshStatistics,
  searchStatisticsCommand,
  statisticsCatalogue,
  statisticsCounty,
  statisticsSeries,
} from './commands/statistics.mts'
import { sweepFilesCommand } from './commands/sweep-files.mts'
import { users } from './commands/users.mts'

export const commands: readonly Command[] = [
  counts,
  users,
  resetSecondFactor,
  addCountyCommand,
  publish,
  finalReport,
  checkReportCommand,
  archive,
  review,
  deck,
  exportProject,
  importProject,
  remind,
  statisticsCatalogue,
  searchStatisticsCommand,
  addStatistics,
  refreshStatistics,
  statisticsSeries,
  statisticsCounty,
  checkLinksCommand,
  backupKey,
  backup,
  verifyBackup,
  restore,
  auditVerify,
  auditExport,
  componentsCommand,
  sweepFilesCommand,
  health,
]
