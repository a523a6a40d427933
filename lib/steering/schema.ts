import { type Grouping, groupings, type ShownLight, shownLights } from '@/lib/steering/lights/model'

/** What of the dashboard is shown. Lives in the address, so that a view can be sent to somebody. */
export type DashboardView = {
  group: Grouping
  /** Empty: all of them */
  lights: ShownLight[]
  /** Key of the period to compare with; null compares with what was frozen as the previous one */
  compare: string | null
  /** An earlier publication of the period; null shows the newest */
  version: number | null
}

export const plainView: DashboardView = { group: 'area', lights: [], compare: null, version: null }

type Parameters = Record<string, string | string[] | undefined>

/** Reads an address; what it does not understand is left at its plain state, since addresses are also typed by hand. */
export function parseView(parameters: Parameters): DashboardView {
  const given = (name: string) => [parameters[name] ?? []].flat().flatMap((text) => text.split(','))
  const wanted = new Set(given('light'))
  const lights = shownLights.filter((light) => wanted.has(light))
  return {
    group: groupings.find((group) => group === given('group')[0]) ?? plainView.group,
    lights: lights.length === shownLights.length ? [] : lights,
    compare: given('compare').find((key) => /^[\w-]{1,40}$/.test(key)) ?? null,
    version: Number(given('version').find((number) => /^[1-9]\d{0,4}$/.test(number))) || null,
  }
}

/** The part of the address after the path, empty for the plain view. Round trip with `parseView`. */
export function viewQuery(view: DashboardView): string {
  const query = new URLSearchParams()
  if (view.group !== plainView.group) query.set('group', view.group)
  if (view.lights.length > 0) query.set('light', view.lights.join(','))
  if (view.compare) query.set('compare', view.compare)
  if (view.version) query.set('version', String(view.version))
  const text = query.toString().replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}
