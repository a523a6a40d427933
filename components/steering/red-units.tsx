import { LightLine } from '@/components/steering/changed-lights'
import type { Board } from '@/components/steering/model'
import { Section } from '@/components/ui/section'

/** Units in danger with their reasons, whether that is new or not. Of units without a light it is not known. */
export function RedUnits(board: Board) {
  const { t, summary } = board
  const { units, lights } = summary
  const dark = lights.reported + lights.none
  return (
    <Section id="red" title={t('steering.first.red')}>
      {summary.red.length === 0 && (
        <p>
          {dark === 0 ? t('steering.first.noRed') : t('steering.first.noRedTold', { count: dark, all: units.length })}
        </p>
      )}
      <ul className="board-list">
        {summary.red.map((row) => (
          <LightLine key={row.id} board={board} row={row} />
        ))}
      </ul>
    </Section>
  )
}
