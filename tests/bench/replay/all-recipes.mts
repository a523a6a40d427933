import type { Recipe } from './recipe.mts'
import { commentRecipes } from './recipes/comments.mts'
import { finalReportRecipes } from './recipes/final-report.mts'
import { notificationRecipes } from './recipes/notifications.mts'
import { reportRecipes } from './recipes/reports.mts'
import { reviewRecipes } from './recipes/review.mts'
import { roundRecipes } from './recipes/rounds.mts'

/** Every recipe; a new action of the product brings its own. */
export const allRecipes: Recipe[] = [
  ...roundRecipes,
  ...reportRecipes,
  ...reviewRecipes,
  ...commentRecipes,
  ...notificationRecipes,
  ...finalReportRecipes,
]
