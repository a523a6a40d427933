import type { Recipe } from './recipe.mts'
import { accessRecipes } from './recipes/access.mts'
import { commentRecipes } from './recipes/comments.mts'
import { evidenceRecipes } from './recipes/evidence.mts'
import { figureSheetRecipes } from './recipes/figure-sheets.mts'
import { finalReportRecipes } from './recipes/final-report.mts'
import { financeRecipes } from './recipes/finance.mts'
import { indicatorRecipes } from './recipes/indicators.mts'
import { meetingRecipes } from './recipes/meetings.mts'
import { notificationRecipes } from './recipes/notifications.mts'
import { packageRecipes } from './recipes/packages.mts'
import { peopleRecipes } from './recipes/people.mts'
import { planRecipes } from './recipes/plan.mts'
import { projectRecipes } from './recipes/projects.mts'
import { registerRecipes } from './recipes/registers.mts'
import { reportImportRecipes } from './recipes/report-import.mts'
import { reportWritingRecipes } from './recipes/report-writing.mts'
import { reportingApiRecipes } from './recipes/reporting-api.mts'
import { reportRecipes } from './recipes/reports.mts'
import { retentionRecipes } from './recipes/retention.mts'
import { reviewRecipes } from './recipes/review.mts'
import { roundRecipes } from './recipes/rounds.mts'
import { statisticsRecipes } from './recipes/statistics.mts'
import { structureRecipes } from './recipes/structure.mts'
import { templateRecipes } from './recipes/templates.mts'
import { treasuryRecipes } from './recipes/treasury.mts'

/** Every recipe; a new action of the product brings its own. */
export const allRecipes: Recipe[] = [
  ...roundRecipes,
  ...reportRecipes,
  ...reviewRecipes,
  ...commentRecipes,
  ...notificationRecipes,
  ...figureSheetRecipes,
  ...finalReportRecipes,
  ...reportWritingRecipes,
  ...reportImportRecipes,
  ...templateRecipes,
  ...projectRecipes,
  ...packageRecipes,
  ...structureRecipes,
  ...evidenceRecipes,
  ...registerRecipes,
  ...planRecipes,
  ...indicatorRecipes,
  ...statisticsRecipes,
  ...meetingRecipes,
  ...financeRecipes,
  ...treasuryRecipes,
  ...reportingApiRecipes,
  ...retentionRecipes,
  ...accessRecipes,
  ...peopleRecipes,
]
