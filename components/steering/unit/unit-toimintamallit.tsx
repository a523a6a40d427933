import type { UnitProps } from '@/components/steering/unit/model'
import { DataTable } from '@/components/ui/data-table'
import { Section } from '@/components/ui/section'
import type { CellParts } from '@/components/ui/table-model'
import { figureAddress } from '@/lib/steering/figures/addresses'
import { describedAnswer } from '@/lib/steering/toimintamallit/model'
import { unknownUseLabel, useStateLabels } from '@/lib/toimintamallit/labels'
import { takenInto, type UseState } from '@/lib/toimintamallit/model'

/** Toimintamallit of the unit and what became of them. Unknown is not "no". */
export function UnitToimintamallit({ t, code, parts: { toimintamallit } }: UnitProps) {
  if (toimintamallit.length === 0) return null
  const answer = (state: UseState | null, id: string, note: string | null = null): CellParts => ({
    text: t(state === null ? unknownUseLabel : useStateLabels[state]),
    unknown: state === null,
    href: figureAddress(code, { kind: 'toimintamalli', id }),
    note: note ?? undefined,
  })
  return (
    <Section id="toimintamallit" title={t('steering.unit.toimintamallit')}>
      <DataTable
        caption={t('steering.unit.toimintamallit')}
        hideCaption
        columns={['name', 'described', 'piloted', 'taken', 'stayed'].map((key) => ({
          key,
          header: t(`steering.toimintamallit.${key}`),
        }))}
        rows={toimintamallit.map((model) => ({
          key: model.id,
          cells: [
            { text: model.name, href: model.innokylaUrl ?? undefined, note: model.note ?? undefined },
            answer(describedAnswer(model), model.id),
            answer(model.piloted, model.id, model.pilotedAsWritten),
            answer(takenInto(model), model.id, null),
            answer(model.stayedInUse, model.id, model.stayedInUseAsWritten),
          ],
        }))}
      />
    </Section>
  )
}
