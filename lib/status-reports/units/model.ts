/** The name a unit goes by in the round: the review's, else the plan's. */
export function unitTitle(unit: { titleReview: string | null; titlePlan: string | null; sourceId: string }): string {
  return unit.titleReview ?? unit.titlePlan ?? unit.sourceId
}
