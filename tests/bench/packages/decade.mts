// A county's project of ten years as a package: forty quarters, thirty-five units, what each of them tells and measures.
const quarters = Array.from({ length: 40 }, (_, index) => ({
  year: 2016 + Math.floor(index / 4),
  quarter: (index % 4) + 1,
}))
const units = 35
const lastDays = ['03-31', '06-30', '09-30', '12-31']

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
const sentence =
  'Palvelupolkua kehitettiin neljännesvuoden aikana yhdessä yksiköiden kanssa, ja tulokset näkyvät vasta myöhemmin. '

type Row = Record<string, unknown>

/** The package's text, and how many rows it has. */
export function decade(county: number): { text: string; rows: number; key: string } {
  const key = `vuodet-${county}`
  const keyed = quarters.map(({ year, quarter }) => `${year}-Q${quarter}`)
  const periods: Row[] = quarters.map(({ year, quarter }, index) => ({
    id: `q${index}`,
    key: keyed[index],
    from: `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`,
    to: `${year}-${lastDays[quarter - 1]}`,
    state: 'open',
  }))
  const workPackages: Row[] = range(units).map((unit) => ({
    id: `u${unit}`,
    level: 'plan',
    reports: true,
    code: `TP ${unit + 1}`,
    titlePlan: `Työpaketti ${unit + 1}`,
  }))
  const actions: Row[] = range(units * 6).map((action) => ({
    id: `a${action}`,
    workPackage: `u${action % units}`,
    origin: 'plan',
    no: action,
    title: `Toimenpide ${action}`,
  }))
  const statusReports: Row[] = range(units).flatMap((unit) =>
    periods.map(({ id }) => ({ id: `r${unit}-${id}`, unit: `u${unit}`, period: id, state: 'approved' })),
  )
  const statusReportEntries: Row[] = statusReports.flatMap(({ id, unit }) => {
    const number = Number(String(unit).slice(1))
    const own = range(6).map((index) => ({
      report: id,
      action: `a${number + index * units}`,
      field: 'text',
      text: sentence.repeat(2),
    }))
    return [
      { report: id, section: 'overall', field: 'light', text: ['green', 'yellow', 'red'][number % 3] },
      { report: id, section: 'overall', field: 'reason', text: 'Etenee suunnitellusti.' },
      { report: id, section: 'results', field: 'text', text: sentence.repeat(4) },
      ...own,
    ]
  })
  const indicators: Row[] = range(units * 3).map((index) => ({
    id: `i${index}`,
    workPackage: `u${index % units}`,
  }))
  const indicatorVersions: Row[] = indicators.map(({ id }) => ({
    indicator: id,
    version: 1,
    name: `Mittari ${id}`,
    scope: 'local',
    unit: '%',
  }))
  const measurements: Row[] = indicators.flatMap(({ id }) =>
    keyed.map((code, index) => ({
      id: `m${id}-${index}`,
      indicator: id,
      role: 'actual',
      kind: 'breakdown',
      number: `${index}.5`,
      unit: '%',
      timeCode: code,
    })),
  )
  const measurementCells: Row[] = measurements.flatMap(({ id }) =>
    range(5).map((cell) => ({ measurement: id, label: `kunta ${cell}`, number: `${cell}.25` })),
  )
  const risks: Row[] = range(20).map((risk) => ({ id: `k${risk}`, description: `Riski ${risk}` }))
  const riskAssessments: Row[] = risks.flatMap(({ id }) =>
    periods.map((period) => ({ risk: id, period: period.id, probability: 3, impact: 2 })),
  )
  const purchases: Row[] = range(400).map((index) => ({
    title: `Hankinta ${index}`,
    amount: `${index}00.50`,
    workPackage: `u${index % units}`,
  }))
  const actuals: Row[] = periods.flatMap(({ id }) =>
    range(12).map((index) => ({ period: id, workPackage: `u${index}`, amount: '1234.56' })),
  )
  const parts = {
    periods,
    workPackages,
    actions,
    statusReports,
    statusReportEntries,
    indicators,
    indicatorVersions,
    measurements,
    measurementCells,
    risks,
    riskAssessments,
    purchases,
    actuals,
  }
  const json = {
    format: 'etappi-project-package',
    version: 1,
    organisation: { key: `alue-${county}`, name: `Hyvinvointialue ${county}` },
    programme: {
      key: 'vuodet',
      name: 'Ohjelma',
      shortName: 'O',
      funder: 'F',
      statementFi: 'a',
      statementSv: 'b',
      statementEn: 'c',
    },
    project: { key, name: `Kymmenen vuotta ${county}` },
    ...parts,
  }
  // Each report gets the events that lead to its state.
  const rows = Object.values(parts).reduce((sum, list) => sum + list.length, 0) + statusReports.length * 4
  return { text: JSON.stringify(json), rows, key }
}
