import { shortcutsAddress } from '@/components/frame/shortcut-setting'
import { roundPeriod } from '@/components/projects/navigation'
import { peopleAddress, securityAddress } from '@/lib/access/addresses'
import type { Role } from '@/lib/access/model'
import { auditAddress } from '@/lib/audit-log/addresses'
import { evidenceOverviewAddress } from '@/lib/evidence/addresses'
import { templatesAddress } from '@/lib/final-report/templates/addresses'
import { actualsAddress } from '@/lib/finance/addresses'
import { decisionsAddress } from '@/lib/meetings/addresses'
import { choicesAddress } from '@/lib/notifications/addresses'
import {
  finalReportAddress,
  financeAddress,
  indicatorsAddress,
  listsAddress,
  looksAddress,
  meetingsAddress,
  projectAddress,
  purchasesAddress,
  risksAddress,
  roundAddress,
  roundsAddress,
} from '@/lib/projects/addresses'
import type { ProjectHeader } from '@/lib/projects/model'
import { queueAddress } from '@/lib/rounds/queue/addresses'
import { searchAddress } from '@/lib/search/addresses'

type Step = readonly [name: string, address: (project: string, period: string | null) => string]

const steering = (project: string) => `${projectAddress(project)}/steering`
const round = (project: string, period: string | null) =>
  period === null ? roundsAddress(project) : roundAddress(project, period)
const queue = (project: string, period: string | null) =>
  period === null ? roundsAddress(project) : queueAddress(project, period)

/** The first steps of each role, each with its place. */
const steps: Record<Role, readonly Step[]> = {
  coordinator: [
    ['work', () => '/my-work'],
    ['round', round],
    ['indicators', indicatorsAddress],
    ['mails', () => choicesAddress],
  ],
  director: [
    ['round', round],
    ['queue', queue],
    ['steering', steering],
    ['finalReport', finalReportAddress],
    ['shortcuts', () => shortcutsAddress],
  ],
  finance: [
    ['finance', financeAddress],
    ['actuals', actualsAddress],
    ['purchases', purchasesAddress],
    ['meetings', meetingsAddress],
  ],
  steering: [
    ['steering', steering],
    ['decisions', decisionsAddress],
    ['risks', risksAddress],
  ],
  auditor: [
    ['steering', steering],
    ['evidence', evidenceOverviewAddress],
    ['lists', listsAddress],
    ['search', () => searchAddress()],
  ],
  admin: [
    ['security', () => securityAddress],
    ['people', () => peopleAddress],
    ['looks', () => looksAddress],
    ['templates', () => templatesAddress],
    ['audit', () => auditAddress],
  ],
  national: [
    ['projects', () => '/projects'],
    ['search', () => searchAddress()],
    ['mails', () => choicesAddress],
  ],
}

export type GuideStep = { name: string; href: string }

/** Steps of a role in a project; without a project those that need none. */
export function stepsOf(role: Role, project: ProjectHeader | null): GuideStep[] {
  const period = project ? (roundPeriod(project.periods)?.key ?? null) : null
  // A step that takes a project has no place without one.
  return steps[role]
    .filter(([, address]) => project !== null || address.length === 0)
    .map(([name, address]) => ({ name, href: address(project?.key ?? '', period) }))
}

export const stepNames = (role: Role): string[] => steps[role].map(([name]) => name)
