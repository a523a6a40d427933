import { BeforeAfter, type Periods } from '@/components/status-reports/differences/before-after'
import { TextDifference } from '@/components/status-reports/differences/text-difference'
import { ValueChanges } from '@/components/status-reports/differences/value-changes'
import { changeWords } from '@/components/status-reports/differences/words'
import { LightMark } from '@/components/status-reports/light-mark'
import { Tag, type TagTone } from '@/components/ui/tag'
import { stateLabels, unknownStateLabel } from '@/lib/actions/labels'
import type { Words } from '@/lib/platform/words'
import type { FieldDifference as Difference, Turn } from '@/lib/status-reports/differences/model'

type Props = { t: Words; field: Difference; label: string | null; periods: Periods }

const tones: Record<Turn, TagTone> = {
  same: 'neutral',
  changed: 'info',
  came: 'info',
  went: 'warning',
  better: 'good',
  worse: 'warning',
}

/** One field of two reports: how it turned, in words, and what it was and is. */
export function FieldDifference({ t, field, label, periods }: Props) {
  return (
    <div className="mt-3 break-inside-avoid-page">
      <p className="mb-1 flex flex-wrap items-center gap-3 text-small font-semibold text-muted">
        {label}
        <Tag tone={tones[field.turn]}>{turnWord(t, field)}</Tag>
      </p>
      <Content t={t} field={field} periods={periods} />
    </div>
  )
}

/** A value that is not there was not taken away: nothing was measured. */
function turnWord(t: Words, { kind, turn }: Difference): string {
  return kind === 'values' && turn === 'went' ? t('differences.notMeasured') : t(`differences.turn.${turn}`)
}

function Content({ t, field, periods }: Omit<Props, 'label'>) {
  if (field.kind === 'text') return <TextContent t={t} field={field} />
  if (field.kind === 'values') return <ValueChanges t={t} values={field.values} periods={periods} />
  if (field.turn === 'same') return <Shown t={t} field={field} at="after" />
  return (
    <BeforeAfter
      periods={periods}
      before={<Shown t={t} field={field} at="before" />}
      after={<Shown t={t} field={field} at="after" />}
    />
  )
}

type OfKind<K extends Difference['kind']> = Extract<Difference, { kind: K }>

function Shown({ t, field, at }: { t: Words; field: OfKind<'light' | 'state'>; at: 'before' | 'after' }) {
  if (field.kind === 'light') {
    return <LightMark t={t} light={field[at]} />
  }
  const state = field[at]
  return t(state === null ? unknownStateLabel : stateLabels[state])
}

function TextContent({ t, field: { difference } }: { t: Words; field: OfKind<'text'> }) {
  return (
    <>
      {difference.by !== 'words' && <p className="text-small text-muted">{t(`differences.by.${difference.by}`)}</p>}
      <TextDifference parts={difference.parts} words={changeWords(t)} />
    </>
  )
}
