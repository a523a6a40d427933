import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import { countyAddress, peopleAddress } from '@/lib/access/addresses'
import { type Capability, can, type Viewer } from '@/lib/access/model'
import type { Attention } from '@/lib/access/people/model'
import { auditAddress } from '@/lib/audit-log/addresses'
import { templatesAddress } from '@/lib/final-report/templates/addresses'
import { healthAddress } from '@/lib/health/addresses'
import { filteredOutboxAddress, outboxAddress } from '@/lib/notifications/addresses'
import type { Words } from '@/lib/platform/words'
import { packagesAddress, projectsOfCountyAddress } from '@/lib/project-packages/addresses'
import { looksAddress } from '@/lib/projects/addresses'
import { keysAddress } from '@/lib/reporting-api/addresses'
import { retentionAddress } from '@/lib/retention/addresses'
import { statisticsStateAddress } from '@/lib/statistics/addresses'

type Line = { key: string; title: string; href: string; right: Capability }

const lines: readonly Line[] = [
  { key: 'people', title: 'security.people.title', href: peopleAddress, right: 'people.manage' },
  { key: 'county', title: 'people.county.title', href: countyAddress, right: 'county.manage' },
  { key: 'looks', title: 'admin.looks.title', href: looksAddress, right: 'county.looks' },
  { key: 'templates', title: 'admin.templates.title', href: templatesAddress, right: 'templates.write' },
  { key: 'projects', title: 'structure.project.title', href: projectsOfCountyAddress, right: 'project.move' },
  { key: 'packages', title: 'packages.title', href: packagesAddress, right: 'project.move' },
  { key: 'apiKeys', title: 'reportingApi.keys.title', href: keysAddress, right: 'api_keys.manage' },
  { key: 'statistics', title: 'statistics.admin.title', href: statisticsStateAddress, right: 'statistics.state' },
  { key: 'mail', title: 'notifications.outbox.title', href: outboxAddress, right: 'mail.read' },
  { key: 'audit', title: 'auditLog.title', href: auditAddress, right: 'audit.read' },
  { key: 'retention', title: 'retention.title', href: retentionAddress, right: 'retention.manage' },
  { key: 'health', title: 'health.title', href: healthAddress, right: 'health.read' },
]

type Props = { t: Words; viewer: Viewer; attention: Attention & { mails: number } }

/** What needs a look now, and every page of administration with what is done there. */
export function PeopleOverview({ t, viewer, attention }: Props) {
  const own = (name: string) => t(`people.admin.${name}`)
  return (
    <>
      <Section id="attention" title={own('attention')}>
        <Calls t={t} attention={attention} />
      </Section>
      <Section id="pages" title={own('pages')}>
        <DataTable
          caption={own('pages')}
          hideCaption
          columns={[
            { key: 'page', header: own('page') },
            { key: 'about', header: own('about') },
          ]}
          rows={lines
            .filter(({ right }) => can(viewer, right, null))
            .map(({ key, title, href }) => ({ key, cells: [{ text: t(title), href }, own(`lines.${key}`)] }))}
        />
      </Section>
    </>
  )
}

function Calls({ t, attention }: Omit<Props, 'viewer'>) {
  const calls = (['ending', 'waiting', 'noFactor', 'mails'] as const).filter((name) => attention[name] > 0)
  if (calls.length === 0) return <p>{t('people.admin.fine')}</p>
  return (
    <ul>
      {calls.map((name) => (
        <li key={name}>
          <a href={name === 'mails' ? filteredOutboxAddress({ state: 'failed' }) : peopleAddress}>
            {t(`people.admin.${name}`, { count: attention[name] })}
          </a>
        </li>
      ))}
    </ul>
  )
}
