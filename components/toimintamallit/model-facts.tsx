import { answerText } from '@/components/toimintamallit/answers'
import { LinkLine } from '@/components/toimintamallit/link-check'
import { type Definition, DefinitionList } from '@/components/ui/definition-list'
import type { Words } from '@/lib/platform/words'
import { tagDifference } from '@/lib/toimintamallit/gaps/model'
import { goalStateLabels } from '@/lib/toimintamallit/labels'
import { type CheckedLink, checkOf } from '@/lib/toimintamallit/links/model'
import { isInnokylaAddress, tagOf, takenInto } from '@/lib/toimintamallit/model'
import type { RegisterRow } from '@/lib/toimintamallit/register/model'

type Props = { t: Words; row: RegisterRow }
type Linked = Props & { checks: readonly CheckedLink[] }

/** What the register tells of a model. What is not known says so. */
export function ModelFacts({ t, row, checks }: Linked) {
  const unknown = t('toimintamallit.use.unknown')
  const items: Definition[] = [
    { term: t('toimintamallit.column.unit'), value: row.unit?.title ?? unknown },
    {
      term: t('toimintamallit.column.investments'),
      value: row.investments.length > 0 ? <Investments row={row} /> : unknown,
    },
    { term: t('toimintamallit.address'), value: <Address t={t} row={row} checks={checks} /> },
    { term: t('toimintamallit.tag'), value: tagText(t, row) },
    { term: t('toimintamallit.column.piloted'), value: answerText(t, row.piloted, row.pilotedAsWritten) },
    { term: t('toimintamallit.column.taken'), value: answerText(t, takenInto(row)) },
    { term: t('toimintamallit.column.stayed'), value: answerText(t, row.stayedInUse, row.stayedInUseAsWritten) },
    { term: t('toimintamallit.owner'), value: row.ownerAfterProject ?? unknown },
    { term: t('toimintamallit.status'), value: row.statusText ?? unknown },
    ...(row.note ? [{ term: t('toimintamallit.note'), value: row.note }] : []),
  ]
  return <DefinitionList items={items} />
}

function Investments({ row }: { row: RegisterRow }) {
  return row.investments.map(({ id, label }) => (
    <span key={id} className="block">
      {label}
    </span>
  ))
}

function Address({ t, row, checks }: Linked) {
  const { innokylaUrl, described } = row
  if (innokylaUrl === null)
    return t(described === false ? 'toimintamallit.gap.not_described' : 'toimintamallit.gap.no_address')
  if (!/^https?:\/\//.test(innokylaUrl)) return `${innokylaUrl} (${t('toimintamallit.gap.address_form')})`
  return (
    <>
      <a className="break-all" href={innokylaUrl} rel="noreferrer">
        {innokylaUrl}
      </a>
      {!isInnokylaAddress(innokylaUrl) && <> ({t('toimintamallit.gap.address_form')})</>}
      <LinkLine t={t} check={checkOf(checks, innokylaUrl)} />
    </>
  )
}

/** The tag, and when it names other investments than the model has, which. */
function tagText(t: Words, row: RegisterRow): string {
  const tag = tagOf(row)
  if (tag === null) return t('toimintamallit.gap.no_tag')
  const difference = tagDifference(tag, row.investments)
  if (!difference) return tag
  const list = (numbers: readonly string[]) => numbers.map((number) => `I${number}`).join(', ')
  const told = { tag: list(difference.tag), investments: list(difference.investments) }
  return `${tag} – ${t('toimintamallit.tagDiffers', told)}`
}

/** Goals with whether they were met, and what came of them. */
export function ModelResults({ t, row }: Props) {
  const met = row.goalMet ?? 'unknown'
  return (
    <div className="grid gap-4">
      <h3 className="text-h3">{t('toimintamallit.goals')}</h3>
      <Lines lines={row.goals} none={t('toimintamallit.gap.no_goal')} />
      <DefinitionList
        items={[
          { term: t('toimintamallit.goalMet'), value: t(goalStateLabels[met]) },
          ...(row.goalMetBasis ? [{ term: t('toimintamallit.goalMetBasis'), value: row.goalMetBasis }] : []),
        ]}
      />
      <h3 className="text-h3">{t('toimintamallit.results')}</h3>
      <Lines lines={row.results} none={t('toimintamallit.gap.no_result')} />
    </div>
  )
}

function Lines({ lines, none }: { lines: readonly string[]; none: string }) {
  if (lines.length === 0) return <p className="text-muted">{none}</p>
  return (
    <ul className="grid max-w-text list-disc gap-2 pl-6">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
