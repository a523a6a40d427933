import { type Board, unitAddress } from '@/components/steering/model'
import { Section } from '@/components/ui/section'
import { timeText } from '@/lib/steering/figure-texts/model'

/** Units that have ended, with what came of them. */
export function EndedUnits({ t, body, view }: Board) {
  const ended = body.units.flatMap((unit) => (unit.ended ? [{ unit, ended: unit.ended }] : []))
  return (
    <Section id="ended" title={t('steering.ended.title')}>
      {ended.length === 0 && <p>{t('steering.ended.none')}</p>}
      <div className="board-cards">
        {ended.map(({ unit, ended: { code, asWritten, summary, outputs, linksMissing } }) => {
          const time = timeText(t, { code, asWritten })
          const links = unit.links.filter((link) => link.atEnd)
          return (
            <article key={unit.id} className="board-card">
              <h3>{unit.reports ? <a href={unitAddress({ body, view }, unit.id)}>{unit.title}</a> : unit.title}</h3>
              {time && <p className="board-quiet">{t('steering.ended.when', { time })}</p>}
              {summary && <p>{summary}</p>}
              {outputs.length > 0 && <h4>{t('steering.ended.outputs')}</h4>}
              <ul className="board-plain">
                {outputs.map((output) => (
                  <li key={output}>{output}</li>
                ))}
              </ul>
              {links.length > 0 && <h4>{t('steering.ended.links')}</h4>}
              <ul className="board-plain">
                {links.map((link) => (
                  <li key={link.id}>{link.url ? <a href={link.url}>{link.label}</a> : link.label}</li>
                ))}
              </ul>
              {linksMissing ? (
                <p className="board-quiet">{t('steering.ended.missing', { count: linksMissing })}</p>
              ) : null}
            </article>
          )
        })}
      </div>
    </Section>
  )
}
