import { Tag, type TagTone } from '@/components/ui/tag'
import type { Words } from '@/lib/platform/words'
import { dnshFileAddress } from '@/lib/projects/addresses'
import { type DnshRow, type DnshStanding, dnshStanding } from '@/lib/projects/dnsh/model'
import { dnshKindLabels, dnshKinds } from '@/lib/projects/labels'
import { formatDate, formatDateTime } from '@/lib/values/format'

type Props = { t: Words; project: string; rows: readonly DnshRow[]; today: string }

const tones: Record<DnshStanding, TagTone> = { due: 'danger', coming: 'info', standing: 'good', replaced: 'neutral' }

/** Assessments that the project does no significant harm: each kind, what is missing of them, and when to look again. */
export function DnshList({ t, project, rows, today }: Props) {
  const missing = dnshKinds.filter((kind) => !rows.some((row) => row.kind === kind))
  return (
    <>
      {missing.map((kind) => (
        <p key={kind} className="text-muted">
          {t('projects.dnsh.missing', { kind: t(dnshKindLabels[kind]) })}
        </p>
      ))}
      {rows.length > 0 && (
        <ol className="mt-4 grid list-none gap-6">
          {rows.map((row) => (
            <li key={row.id}>
              <Assessment t={t} project={project} row={row} standing={dnshStanding(row, rows, today)} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function Assessment({
  t,
  project,
  row,
  standing,
}: {
  t: Words
  project: string
  row: DnshRow
  standing: DnshStanding
}) {
  const day = (date: string) => formatDate(date, t.locale)
  const at = formatDateTime(row.createdAt, t.locale)
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <strong>
          {t(dnshKindLabels[row.kind])} {day(row.assessedOn)}
        </strong>
        <Tag tone={tones[standing]}>
          {row.reviewOn && (standing === 'due' || standing === 'coming')
            ? t(standing === 'due' ? 'projects.dnsh.due' : 'projects.dnsh.coming', { day: day(row.reviewOn) })
            : t(standing === 'replaced' ? 'projects.dnsh.replaced' : 'projects.dnsh.standing')}
        </Tag>
      </p>
      <p className="max-w-text whitespace-pre-line">{row.text}</p>
      {(row.hasFile || row.url) && (
        <p>
          <a href={row.hasFile ? dnshFileAddress(project, row.id) : (row.url ?? '')}>{t('projects.dnsh.document')}</a>
        </p>
      )}
      <p className="text-small text-muted">
        {row.recordedBy
          ? t('projects.dnsh.recordedBy', { at, who: row.recordedBy })
          : t('projects.dnsh.recorded', { at })}
      </p>
    </>
  )
}
