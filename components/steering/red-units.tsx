import { LightLine } from '@/components/steering/changed-lights'
import type { Board } from '@/components/steering/model'
import { Section } from '@/components/ui/section'

/** Units in danger with their reasons, whether that is new or not. */
export function RedUnits(board: Board) {
  const { t, summary } = board
  return (
    <Section id="red" title={t('steering.first.red')}>
      {summary.red.length === 0 && <p>{t('steering.first.noRed')}</p>}
      <ul className="board-list">
        {summary.red.map((row) => (
          <LightLine key={row.id} board={board} row={row} />
        ))}
      </ul>
    </Section>
  )
}
