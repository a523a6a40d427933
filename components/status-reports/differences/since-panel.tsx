import { placeNamed } from '@/components/status-reports/differences/place-names'
import { formSections } from '@/components/status-reports/form/shape'
import { Disclosure } from '@/components/ui/disclosure'
import { FilterBar } from '@/components/ui/filter-bar'
import { Section } from '@/components/ui/section'
import { Select } from '@/components/ui/select'
import type { Words } from '@/lib/platform/words'
import type { ChangesSince, KeptCopy } from '@/lib/status-reports/differences/since/model'
import { isFinal } from '@/lib/status-reports/model'
import type { ReportView } from '@/lib/status-reports/views/model'
import { formatDateTime } from '@/lib/values/format'

type Props = { t: Words; report: ReportView }

/**
 * What was corrected after the report was sent back, and what was asked for but stands as it was. For those who read it;
 * once it has been accepted it is folded away.
 */
export function SincePanel({ t, report }: Props) {
  const { since } = report
  if (!since) return null
  const { type, at, by } = since.from
  const title = t(type === 'returned' ? 'differences.since.title' : 'differences.since.titleReopened')
  const intro = t(`differences.since.${type}`, {
    who: by ?? t('statusReports.system'),
    time: formatDateTime(at, t.locale),
  })
  const changes = <Changes t={t} report={report} since={since} />
  if (!isFinal(report.state)) {
    return (
      <Section id="since" title={title} intro={intro}>
        {changes}
      </Section>
    )
  }
  return (
    <Disclosure summary={title} id="since">
      <p className="text-muted">{intro}</p>
      {changes}
    </Disclosure>
  )
}

function Changes({ t, report, since: { from, changed, unanswered } }: Props & { since: ChangesSince }) {
  const sections = formSections(t, { ...report, opens: null })
  const links = (paths: readonly string[]) => paths.map((path) => placeNamed(sections, path))
  return (
    <>
      {report.copies.length > 1 && <CopyChoice t={t} copies={report.copies} chosen={from} />}
      {changed.length === 0 ? (
        <p>{t('differences.since.nothing')}</p>
      ) : (
        <Places title={t('differences.since.changed', { count: changed.length })} places={links(changed)} />
      )}
      {unanswered.length > 0 ? (
        <Places title={t('differences.since.unanswered', { count: unanswered.length })} places={links(unanswered)} />
      ) : (
        from.type === 'returned' && <p className="mt-3">{t('differences.since.answered')}</p>
      )}
    </>
  )
}

function Places({ title, places }: { title: string; places: { label: string; anchor: string }[] }) {
  return (
    <>
      <p className="mt-3 font-semibold">{title}</p>
      <ul className="list-disc pl-5">
        {places.map(({ label, anchor }) => (
          <li key={`${anchor} ${label}`}>
            <a href={anchor}>{label}</a>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Every return keeps its copy; the choice lives in the address and needs no scripts. */
function CopyChoice({ t, copies, chosen }: { t: Words; copies: readonly KeptCopy[]; chosen: KeptCopy }) {
  return (
    <FilterBar label={t('differences.since.choose')} apply={t('differences.since.show')}>
      <Select
        id="since-copy"
        name="since"
        label={t('differences.since.choose')}
        defaultValue={String(chosen.seq)}
        options={copies.toReversed().map(({ seq, type, at }) => ({
          value: String(seq),
          label: t(`differences.since.${type}Option`, { time: formatDateTime(at, t.locale) }),
        }))}
      />
    </FilterBar>
  )
}
