import { Chart } from '@/components/charts/chart'
import { chartLinks, FigureLink } from '@/components/steering/figure-link'
import { ChangeMark, LightMark, statusOf } from '@/components/steering/marks'
import { type Board, boardAddress, unitAddress } from '@/components/steering/model'
import { CheckboxGroup } from '@/components/ui/choice'
import { FilterBar } from '@/components/ui/filter-bar'
import { Section } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { ChartLight, LightsChart } from '@/lib/charts/model'
import { groupingLabels, shownLightLabels } from '@/lib/steering/labels'
import { lightOfText, lightReason } from '@/lib/steering/light-texts/model'
import {
  countedLights,
  groupings,
  groupUnits,
  type LightCounts,
  shownLights,
  type UnitGroup,
  type UnitRow,
} from '@/lib/steering/lights/model'

/** Lights of all units by service area or investment, with what they were before; without lights, whether they have reported. */
export function Units(board: Board) {
  const { t, body, summary, view } = board
  const { units } = summary
  if (units.length === 0) {
    return (
      <Section id="units" title={t('steering.units.title')}>
        <p>{t('steering.units.empty')}</p>
      </Section>
    )
  }
  const usesLights = body.project.lights
  const filtered = usesLights && view.lights.length > 0 && units.some((row) => !view.lights.includes(row.light))
  const wanted = filtered ? units.filter((row) => view.lights.includes(row.light)) : units
  const intro = view.group === 'area' ? 'steering.units.intro' : 'steering.units.introInvestment'
  return (
    <Section id="units" title={t('steering.units.title')} intro={t(intro, { count: units.length })}>
      <Tabs
        label={t('steering.units.group')}
        tabs={groupings.map((group) => ({
          label: t(groupingLabels[group]),
          href: `${boardAddress(board, { group })}#units`,
          current: group === view.group,
        }))}
      />
      {usesLights && (
        <>
          <Chart
            id="lights"
            model={lightsChart(board, groupUnits(body, units, view.group))}
            t={t}
            note={view.group === 'area' ? t('steering.units.chartNote') : undefined}
            hrefOf={chartLinks(board.code)}
          />
          <Filter {...board} />
        </>
      )}
      {filtered && <p>{t('steering.units.shown', { shown: wanted.length, all: units.length })}</p>}
      {wanted.length === 0 && <p>{t('steering.units.nothing')}</p>}
      {groupUnits(body, wanted, view.group).map((group) => (
        <Group key={group.id} board={board} group={group} />
      ))}
    </Section>
  )
}

function Filter(board: Board) {
  const { t, view, summary } = board
  const offered = new Set([...countedLights(true, summary.lights), ...view.lights])
  return (
    <FilterBar
      label={t('steering.units.filter')}
      apply={t('steering.units.apply')}
      clear={
        view.lights.length > 0
          ? { label: t('steering.units.clear'), href: `${boardAddress(board, { lights: [] })}#units` }
          : undefined
      }
    >
      {view.group !== 'area' && <input type="hidden" name="group" value={view.group} />}
      {view.compare && <input type="hidden" name="compare" value={view.compare} />}
      {view.version !== null && <input type="hidden" name="version" value={view.version} />}
      <CheckboxGroup
        id="light"
        name="light"
        inline
        label={t('steering.units.light')}
        defaultValues={view.lights}
        choices={shownLights
          .filter((light) => offered.has(light))
          .map((light) => ({ value: light, label: t(shownLightLabels[light]) }))}
      />
    </FilterBar>
  )
}

function Group({ board, group }: { board: Board; group: UnitGroup }) {
  const id = `group-${group.id ?? 'none'}`
  return (
    <section className="board-group" aria-labelledby={id}>
      <h3 id={id}>{groupName(board, group)}</h3>
      <ul className="board-units">
        {group.rows.map((row) => (
          <Unit key={row.id} board={board} row={row} />
        ))}
      </ul>
    </section>
  )
}

function groupName({ t, view }: Board, { code, name }: Pick<UnitGroup, 'code' | 'name'>): string {
  if (name === null) return t(view.group === 'area' ? 'steering.units.noArea' : 'steering.units.noInvestment')
  return code ? `${code}: ${name}` : name
}

function Unit({ board: { t, code, body, view, earlier }, row }: { board: Board; row: UnitRow }) {
  const usesLights = body.project.lights
  const from = lightOfText(t, row)
  return (
    <li data-depth={row.depth || undefined}>
      <div>
        <a href={unitAddress({ body, view }, row.id)}>{row.title}</a>
        {row.code && <small>{row.code}</small>}
      </div>
      <FigureLink code={code} kind="light" id={row.id}>
        <LightMark t={t} light={row.light} usesLights={usesLights} />
      </FigureLink>
      <span>{earlier && <ChangeMark t={t} change={row.change} before={row.before} usesLights={usesLights} />}</span>
      <p>
        {lightReason(t, row, usesLights)}
        {from && <small>{from}</small>}
      </p>
    </li>
  )
}

function lightsChart(board: Board, groups: readonly UnitGroup[]): LightsChart {
  const { t } = board
  const byStatus = <T,>(of: (light: (typeof shownLights)[number]) => T) =>
    Object.fromEntries(shownLights.map((light) => [statusOf[light], of(light)])) as Record<ChartLight, T>
  const counts = (all: LightCounts) => byStatus((light) => all[light])
  const figures = (total: string, nameOf: (light: string) => string) => ({
    ...byStatus((light) => ({ kind: 'computed', id: nameOf(light) })),
    total: { kind: 'computed', id: total },
  })
  const place = (id: string | null) => id ?? (board.view.group === 'area' ? 'no-area' : 'no-investment')
  return {
    kind: 'lights',
    title: t('steering.units.chart'),
    words: byStatus((light) => t(shownLightLabels[light])),
    rows: groups.map((group) => ({
      name: groupName(board, group),
      counts: counts(group.counts),
      sources: figures(`units.${place(group.id)}`, (light) => `lights-${light}.${place(group.id)}`),
    })),
    totals: counts(board.summary.lights),
    totalSources: figures('units', (light) => `lights.${light}`),
  }
}
