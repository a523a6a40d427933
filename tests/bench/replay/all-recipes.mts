import type { Recipe } from './recipe.mts'
import { commentRecipes } from './recipes/comments.mts'
import { evidenceRecipes } from './recipes/evidence.mts'
import { finalReportRecipes } from './recipes/final-report.mts'
import { financeRecipes } from './recipes/finance.mts'
import { meetingRecipes } from './recipes/meetings.mts'
import { notificationRecipes } from './recipes/notifications.mts'
import { projectRecipes } from './recipes/projects.mts'
import { registerRecipes } from './recipes/registers.mts'
import { reportImportRecipes } from './recipes/report-import.mts'
import { reportWritingRecipes } from './recipes/report-writing.mts'
import { reportRecipes } from './recipes/reports.mts'
import { reviewRecipes } from './recipes/review.mts'
import { roundRecipes } from './recipes/rounds.mts'
import { templateRecipes } from './recipes/templates.mts'

/** Every recipe; a new action of the product brings its own. */
export const allRecipes: Recipe[] = [
  ...roundRecipes,
  ...reportRecipes,
  ...reviewRecipes,
  ...commentRecipes,
  ...notificationRecipes,
  ...finalReportRecipes,
  ...reportWritingRecipes,
  ...reportImportRecipes,
  ...templateRecipes,
  ...projectRecipes,
  ...evidenceRecipes,
  ...registerRecipes,
  ...meetingRecipes,
  ...financeRecipes,
]
