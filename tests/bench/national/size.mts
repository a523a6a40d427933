// How much lies in the database of the national view: 23 counties with three projects each, forty quarters.
export const counties = 23
export const projectsOfCounty = 3
export const projects = counties * projectsOfCounty

export type Size = {
  quarters: number
  /** Of one project */
  units: number
  actionsOfUnit: number
  indicatorsOfUnit: number
  /** One indicator of each unit is broken down into so many cells */
  cells: number
}

/** Ten years: more than five million values in the tables. */
export const whole: Size = { quarters: 40, units: 40, actionsOfUnit: 6, indicatorsOfUnit: 3, cells: 16 }

/** For a short run: fewer units, the same counties, projects and quarters. */
export const few: Size = { quarters: 40, units: 4, actionsOfUnit: 2, indicatorsOfUnit: 2, cells: 4 }

/** Quarters of the first year: a tenth of ten years. */
export const firstYear = 4

export type Quarter = { no: number; key: string; from: string; to: string }

const lastDays = ['03-31', '06-30', '09-30', '12-31']

/** The quarters by number, from 1: the first one is 2016-Q1. */
export function quarter(no: number): Quarter {
  const [year, place] = [2016 + Math.floor((no - 1) / 4), (no - 1) % 4]
  const firstMonth = String(place * 3 + 1).padStart(2, '0')
  return { no, key: `${year}-Q${place + 1}`, from: `${year}-${firstMonth}-01`, to: `${year}-${lastDays[place]}` }
}

// Ids and names are of equal length in every county and project: the text of one publication becomes another's by replacing them.
const id = (mark: string, no: number) => `${mark}${no.toString(16).padStart(4, '0')}`
export const ownerMark = (county: number): string => `${id('c0ce', county)}-`
export const projectMark = (project: number): string => `${id('c0de', project)}-`
export const countyOf = (project: number): number => Math.ceil(project / projectsOfCounty)
const numbered = (no: number) => String(no).padStart(3, '0')
export const countyName = (county: number): string => `Hyvinvointialue nro ${numbered(county)}`
export const projectName = (project: number): string => `Kehittämishanke nro ${numbered(project)}`
export const projectKey = (project: number): string => `hanke-nro-${numbered(project)}`
