import { z } from 'zod'
import {
  type ExplorerChoice,
  type ExplorerProblem,
  explorerAxes,
  explorerShapes,
  mostIndicators,
  plainChoice,
} from '@/lib/steering/indicators/explorer/model'
import { spanOfCode } from '@/lib/values/time'

type Given = Record<string, string | string[] | undefined>

const time = z.string().refine((code) => code === '' || spanOfCode(code) !== null)
const id = z.union([z.literal(''), z.guid()])

/** Each parameter by its own shape: one that is wrong takes nothing else with it. */
const shapes = {
  text: z.string().max(200),
  unit: id,
  investment: id,
  from: time,
  to: time,
  publication: z.string().max(40),
  part: z.string().max(200),
  shape: z.enum(explorerShapes),
  axis: z.enum(explorerAxes),
} as const
type Single = keyof typeof shapes

const problemOf: Record<Single, ExplorerProblem> = {
  text: 'text',
  unit: 'unit',
  investment: 'investment',
  from: 'time',
  to: 'time',
  publication: 'publication',
  part: 'part',
  shape: 'shape',
  axis: 'axis',
}

/** Reads the choice from the address. What is wrong in it is left out and told of; the rest holds. */
export function readExplorer(given: Given): { choice: ExplorerChoice; problems: ExplorerProblem[] } {
  const problems = new Set<ExplorerProblem>()
  const singles = Object.fromEntries(
    (Object.keys(shapes) as Single[]).map((name) => {
      const text = [given[name] ?? []].flat()[0]?.trim() ?? ''
      if (text === '') return [name, plainChoice[name]]
      const read = shapes[name].safeParse(text)
      if (!read.success) problems.add(problemOf[name])
      return [name, read.success ? read.data : plainChoice[name]]
    }),
  ) as Omit<ExplorerChoice, 'indicators'>
  const asked = [...new Set([given.i ?? []].flat().filter((one) => one !== ''))]
  const known = asked.filter((one) => z.guid().safeParse(one).success)
  if (known.length < asked.length) problems.add('indicator_form')
  if (known.length > mostIndicators) problems.add('too_many')
  const choice = { ...singles, indicators: known.slice(0, mostIndicators) }
  if (!isInOrder(choice)) {
    problems.add('order')
    return { choice: { ...choice, from: '', to: '' }, problems: [...problems] }
  }
  return { choice, problems: [...problems] }
}

function isInOrder({ from, to }: ExplorerChoice): boolean {
  const [first, last] = [spanOfCode(from), spanOfCode(to)]
  return first === null || last === null || first.from <= last.to
}

/** The query part of the address of a choice, empty for the plain one. Round trip with `readExplorer`. */
export function explorerQuery(choice: ExplorerChoice): string {
  const given = [
    ...choice.indicators.map((one) => ['i', one]),
    ...(Object.keys(shapes) as Single[]).flatMap((name) =>
      choice[name] === plainChoice[name] ? [] : [[name, choice[name]]],
    ),
  ]
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

/** The same of the parameters of a request, where one may come many times. */
export function givenIn(parameters: URLSearchParams): Given {
  return Object.fromEntries([...new Set(parameters.keys())].map((name) => [name, parameters.getAll(name)]))
}
