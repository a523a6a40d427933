import type { NavGroup, PeriodChoice, Person, ProjectChoice } from '@/components/frame/model'
import { shortcutsAddress } from '@/components/frame/shortcut-setting'
import { periodName } from '@/components/rounds/period-name'
import { adminAddress, peopleAddress, securityAddress } from '@/lib/access/addresses'
import { can, type Viewer } from '@/lib/access/model'
import { auditAddress } from '@/lib/audit-log/addresses'
import { evidenceOverviewAddress } from '@/lib/evidence/addresses'
import { templatesAddress } from '@/lib/final-report/templates/addresses'
import { healthAddress } from '@/lib/health/addresses'
import { choicesAddress, outboxAddress } from '@/lib/notifications/addresses'
import { planAddress } from '@/lib/plan/addresses'
import type { Words } from '@/lib/platform/words'
import { packagesAddress, projectsOfCountyAddress } from '@/lib/project-packages/addresses'
import {
  communicationsAddress,
  finalReportAddress,
  financeAddress,
  indicatorsAddress,
  looksAddress,
  meetingsAddress,
  type Place,
  planChangesAddress,
  projectAddress,
  risksAddress,
  roundAddress,
  roundsAddress,
  steeringAddress,
  toimintamallitAddress,
} from '@/lib/projects/addresses'
import type { PeriodHeader, ProjectHeader } from '@/lib/projects/model'
import { keysAddress } from '@/lib/reporting-api/addresses'
import { holdsAddress, retentionAddress } from '@/lib/retention/addresses'
import { statisticsStateAddress } from '@/lib/statistics/addresses'

export function projectChoice(
  t: Words,
  projects: ProjectHeader[],
  current: ProjectHeader | null,
): ProjectChoice | undefined {
  if (projects.length === 0) return undefined
  return {
    label: t('projects.switch'),
    othersLabel: t('projects.others'),
    current: current ? { name: current.name, href: projectAddress(current.key) } : undefined,
    others: projects.filter((p) => p.id !== current?.id).map((p) => ({ label: p.name, href: projectAddress(p.key) })),
  }
}

/** What every reader of the project finds beside its reviews. */
const registers = [
  { section: 'indicators', label: 'projects.nav.indicators', address: indicatorsAddress },
  { section: 'toimintamallit', label: 'projects.nav.toimintamallit', address: toimintamallitAddress },
  { section: 'finance', label: 'projects.nav.finance', address: financeAddress },
  { section: 'risks', label: 'projects.nav.risks', address: risksAddress },
  { section: 'plan', label: 'plan.nav', address: planAddress },
  { section: 'plan-changes', label: 'projects.nav.planChanges', address: planChangesAddress },
  { section: 'communications', label: 'projects.nav.communications', address: communicationsAddress },
  { section: 'evidence', label: 'projects.nav.evidence', address: evidenceOverviewAddress },
  { section: 'meetings', label: 'projects.nav.meetings', address: meetingsAddress },
] as const

/** The project's nouns the viewer may open; one page only while a second factor is demanded and missing. Hiding a link decides nothing; the page itself asks. */
export function navigation(t: Words, viewer: Viewer, project: ProjectHeader | null, place: Place): NavGroup[] {
  if (viewer.awaits) return [{ links: [{ label: t('security.title'), href: securityAddress }] }]
  const works = viewer.held.some((h) => h.role === 'coordinator' || h.role === 'director')
  const own: NavGroup = {
    links: [
      ...(works ? [{ label: t('projects.nav.myWork'), href: '/my-work', current: place.section === 'my-work' }] : []),
      { label: t('projects.nav.projects'), href: '/projects', current: place.section === 'projects' },
      ...(can(viewer, 'people.manage', null)
        ? [{ label: t('people.admin.title'), href: adminAddress, current: place.section === 'admin' }]
        : []),
      ...(can(viewer, 'mail.read', null)
        ? [{ label: t('notifications.outbox.title'), href: outboxAddress, current: place.section === 'admin/mail' }]
        : []),
      ...(can(viewer, 'statistics.state', null)
        ? [
            {
              label: t('statistics.admin.title'),
              href: statisticsStateAddress,
              current: place.section === 'admin/statistics',
            },
          ]
        : []),
      ...(can(viewer, 'county.looks', null)
        ? [{ label: t('admin.looks.title'), href: looksAddress, current: place.section === 'admin/looks' }]
        : []),
      ...(can(viewer, 'api_keys.manage', null)
        ? [{ label: t('reportingApi.keys.title'), href: keysAddress, current: place.section === 'admin/api-keys' }]
        : []),
      ...(can(viewer, 'people.manage', null)
        ? [{ label: t('security.people.title'), href: peopleAddress, current: place.section === 'admin/people' }]
        : []),
      ...(can(viewer, 'project.move', null)
        ? [
            {
              label: t('structure.project.title'),
              href: projectsOfCountyAddress,
              current: place.section === 'admin/projects',
            },
          ]
        : []),
      ...(can(viewer, 'project.move', null)
        ? [{ label: t('packages.title'), href: packagesAddress, current: place.section === 'admin/packages' }]
        : []),
      ...(can(viewer, 'templates.write', null)
        ? [
            {
              label: t('admin.templates.title'),
              href: templatesAddress,
              current: place.section === 'admin/templates',
            },
          ]
        : []),
      ...(can(viewer, 'audit.read', null)
        ? [{ label: t('auditLog.title'), href: auditAddress, current: place.section === 'admin/audit' }]
        : []),
      ...retentionLinks(t, viewer, place),
      ...(can(viewer, 'health.read', null)
        ? [{ label: t('health.title'), href: healthAddress, current: place.section === 'admin/health' }]
        : []),
    ],
  }
  if (!project) return [own]
  const links = [
    {
      label: t('projects.nav.overview'),
      href: projectAddress(project.key),
      current: place.section === null || place.section === 'about' || place.section === 'structure',
    },
  ]
  const open = roundPeriod(project.periods)
  if (can(viewer, 'report.read', project.id)) {
    links.push({
      label: t('projects.nav.round'),
      href: open ? roundAddress(project.key, open.key) : roundsAddress(project.key),
      current: place.section === 'rounds',
    })
  }
  if (can(viewer, 'steering.read', project.id)) {
    links.push({
      label: t('projects.nav.steering'),
      href: `${projectAddress(project.key)}/steering`,
      current: place.section === 'steering',
    })
  }
  if (can(viewer, 'project.read', project.id)) {
    links.push(
      ...registers.map(({ section, label, address }) => ({
        label: t(label),
        href: address(project.key),
        current: place.section === section,
      })),
    )
  }
  if (can(viewer, 'final_report.read', project.id)) {
    links.push({
      label: t('projects.nav.finalReport'),
      href: finalReportAddress(project.key),
      current: place.section === 'final-report',
    })
  }
  return [own, { ofProject: true, links }]
}

/** Administrators keep rules and lists; a director places holds on the own projects. */
function retentionLinks(t: Words, viewer: Viewer, place: Place): NavGroup['links'] {
  const current = place.section === 'admin/retention'
  if (can(viewer, 'retention.manage', null)) return [{ label: t('retention.title'), href: retentionAddress, current }]
  const holds = viewer.held.some(({ projectId }) => can(viewer, 'retention.hold', projectId))
  return holds ? [{ label: t('retention.holds.title'), href: holdsAddress, current }] : []
}

/** The round people work on: the open period, else the newest one. */
export function roundPeriod(periods: PeriodHeader[]): PeriodHeader | null {
  return periods.findLast((p) => p.state === 'open') ?? periods.at(-1) ?? null
}

/** The period switcher of the pages that show one period. */
export function periodChoice(t: Words, project: ProjectHeader | null, place: Place): PeriodChoice | undefined {
  if (!project || !place.period) return undefined
  const address = place.section === 'steering' ? steeringAddress : roundAddress
  const shown = place.section === 'steering' ? project.periods.filter((p) => p.state === 'published') : project.periods
  const at = shown.findIndex((p) => p.key === place.period)
  const current = shown[at]
  if (!current) return undefined
  const step = (period: PeriodHeader | undefined, label: string) =>
    period ? { label: t(label, { period: periodName(period.key) }), href: address(project.key, period.key) } : undefined
  return {
    label: t('projects.period'),
    current: { label: periodName(current.key), note: t(`projects.periodState.${current.state}`) },
    previous: at > 0 ? step(shown[at - 1], 'projects.previousPeriod') : undefined,
    next: step(shown[at + 1], 'projects.nextPeriod'),
    all: shown.map((p) => ({
      label: periodName(p.key),
      href: address(project.key, p.key),
      current: p.key === current.key,
    })),
  }
}

export function personOf(t: Words, viewer: Viewer, project: ProjectHeader | null): Person {
  const role = viewer.held.find((h) => h.projectId === null || h.projectId === project?.id) ?? viewer.held[0]
  const links = [
    { label: t('notifications.choices.title'), href: choicesAddress },
    { label: t('security.title'), href: securityAddress },
    { label: t('search.shortcuts.title'), href: shortcutsAddress },
  ]
  return { name: viewer.name, role: role ? t(`access.role.${role.role}`) : undefined, links }
}
