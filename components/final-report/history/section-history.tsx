import { choicesOf, shownOf } from '@/components/final-report/editor/choices'
import { plainText } from '@/components/final-report/editor/plain-text'
import { reasonTexts } from '@/components/final-report/reason-texts'
import { TextDifference } from '@/components/status-reports/differences/text-difference'
import { changeWords } from '@/components/status-reports/differences/words'
import { StepForm } from '@/components/status-reports/step-form'
import { EmptyState } from '@/components/ui/empty-state'
import { EventList, type EventRow } from '@/components/ui/event-list'
import { Section } from '@/components/ui/section'
import { Tag } from '@/components/ui/tag'
import type { FormAction } from '@/lib/access/form-state'
import { historyAddress } from '@/lib/final-report/addresses'
import type { BoundData } from '@/lib/final-report/bindings/model'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import { clashes } from '@/lib/final-report/editor/merge/model'
import { copyChangeLabels } from '@/lib/final-report/history/labels'
import type { SectionVersion, VersionContent } from '@/lib/final-report/history/model'
import { blockTypeLabels } from '@/lib/final-report/labels'
import type { DocumentPlace, FinalReport, SectionNode } from '@/lib/final-report/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'
import { textDifference } from '@/lib/values/text-difference'

type Props = {
  t: Words
  place: DocumentPlace
  report: FinalReport
  data: BoundData
  node: SectionNode
  versions: readonly SectionVersion[]
  shown: { chosen: VersionContent; before: readonly WrittenBlock[] } | null
  /** Null when the viewer may not write */
  action: FormAction | null
}

/** The versions of a section, and what one of them changed, word by word. */
export function SectionHistory({ t, place, report, data, node, versions, shown, action }: Props) {
  if (versions.length === 0)
    return <EmptyState title={t('reportEditor.history.none')}>{t('reportEditor.history.noneHelp')}</EmptyState>
  const rows = versions.map(({ id, version, at, by, change }): EventRow => {
    const title = t(copyChangeLabels[change], { version })
    return {
      key: id,
      time: formatDateTime(at, t.locale),
      dateTime: at,
      by: by ?? undefined,
      title:
        version === shown?.chosen.version ? (
          <strong aria-current="true">{title}</strong>
        ) : (
          <a href={`${historyAddress(place, node.id)}?version=${version}#changes`}>{title}</a>
        ),
    }
  })
  const isNewest = shown?.chosen.version === versions[0]?.version
  return (
    <>
      <Section id="versions" title={t('reportEditor.history.versions')}>
        <EventList label={t('reportEditor.history.versions')} events={rows} />
      </Section>
      {shown && (
        <Section id="changes" title={t('reportEditor.history.changes', { version: shown.chosen.version })}>
          <Changes {...{ t, report, data, node }} shown={shown} />
          {action && !isNewest && (
            <StepForm
              action={action}
              values={{
                project: place.key,
                kind: place.kind,
                section: node.id,
                version: node.version,
                back: shown.chosen.version,
              }}
              label={t('reportEditor.history.takeBack', { version: shown.chosen.version })}
              kind="secondary"
              reasons={reasonTexts(t)}
              notice={t('ui.notice.danger')}
            />
          )}
        </Section>
      )}
    </>
  )
}

type ChangesProps = Pick<Props, 't' | 'report' | 'data' | 'node'> & { shown: NonNullable<Props['shown']> }

function Changes({ t, report, data, node, shown: { chosen, before } }: ChangesProps) {
  const known = shownOf(t, { report, data, blocks: node.blocks }, choicesOf(t, report, data))
  const text = (block: WrittenBlock | null) => (block ? plainText(block, known, t('finalReport.unknown')) : '')
  const changed = clashes({ base: before, mine: before, theirs: chosen.blocks })
  if (changed.length === 0) return <p>{t('reportEditor.history.sameText')}</p>
  return (
    <ul className="grid gap-4">
      {changed.map(({ id, mine: earlier, theirs: later }) => (
        <li key={id}>
          <p className="mb-1 flex flex-wrap items-center gap-3 text-small font-semibold text-muted">
            {t(blockTypeLabels[(later ?? earlier)?.type ?? 'unreadable'])}
            <Tag tone={later ? 'info' : 'warning'}>{t(`differences.turn.${turnOf(earlier, later)}`)}</Tag>
          </p>
          <TextDifference parts={textDifference(text(earlier), text(later)).parts} words={changeWords(t)} />
        </li>
      ))}
    </ul>
  )
}

function turnOf(earlier: WrittenBlock | null, later: WrittenBlock | null): 'came' | 'went' | 'changed' {
  if (!earlier) return 'came'
  return later ? 'changed' : 'went'
}
