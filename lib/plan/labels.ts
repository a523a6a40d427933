import type { PlanContent } from '@/lib/plan/overview/model'

/** What may be missing from a plan, as it is told to its reader. */
export const planContentLabels: Record<PlanContent, string> = {
  parts: 'plan.missing.parts',
  schedule: 'plan.missing.schedule',
  costs: 'plan.missing.costs',
  personMonths: 'plan.missing.personMonths',
  dependencies: 'plan.missing.dependencies',
  links: 'plan.missing.links',
  maturity: 'plan.missing.maturity',
  communications: 'plan.missing.communications',
}
