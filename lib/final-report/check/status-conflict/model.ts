import { blockName } from '@/lib/final-report/check/captions/model'
import { perSectionAgainst } from '@/lib/final-report/check/kept/model'
import type { CheckedModel, CheckedReport, Finding, FindingPlace, Rule } from '@/lib/final-report/check/model'
import {
  bareName,
  type KnownModel,
  knownModels,
  modelNamedIn,
  modelRows,
  sharesWord,
} from '@/lib/final-report/check/models/model'
import { perSection, placeIn, placeOf, sectionName, textLines } from '@/lib/final-report/check/sections/model'
import { countConflicts } from '@/lib/final-report/check/status-conflict/counts/model'
import {
  cellSays,
  clausesOf,
  isTakenBack,
  type Said,
  saidIn,
  withoutSurroundings,
} from '@/lib/final-report/check/status-conflict/statements/model'

/** What one sentence of the report says of one model. */
type Statement = { model: CheckedModel; said: Said; sentence: string; place: FindingPlace; where: string }

/** What a table says of a model's use, or of its trial. */
type Cell = {
  about: 'use' | 'piloted'
  says: boolean | 'partly'
  text: string
  place: FindingPlace | null
  where: string | null
}

/** A model that one place says stayed in use, or was tried, and another says was not. */
export const statusConflict: Rule = {
  name: 'status-conflict',
  check: (report) => {
    const said = statements(report).flat()
    const ofModels = knownModels(report).flatMap(({ model }) => {
      const cells = cellsOf(model, report)
      const own = said.filter((one) => one.model.id === model.id)
      const againstCells = own.flatMap((one) => against(one, cells))
      const used = new Set(againstCells.map(({ place }) => place))
      const between = betweenTexts(own.filter((one) => !used.has(one.place)))
      return [...betweenCells(model, cells), ...againstCells, ...between]
    })
    return [...ofModels, ...countConflicts(report)]
  },
}

function cellsOf(model: CheckedModel, report: CheckedReport): Cell[] {
  const cell = (about: Cell['about'], text: string | null, place: Pick<Cell, 'place' | 'where'>): Cell[] => {
    const says = cellSays(text)
    return says === null ? [] : [{ about, says, text: text ?? '', ...place }]
  }
  const rows = modelRows(report).flatMap(({ modelId, section, block, stayedInUse, piloted }) => {
    if (modelId !== model.id) return []
    const place = { place: placeOf(section, block.id), where: blockName(section, block) }
    return [...cell('use', stayedInUse, place), ...cell('piloted', piloted, place)]
  })
  const register = { place: null, where: null }
  return [...rows, ...cell('use', model.stayedInUse, register), ...cell('piloted', model.piloted, register)]
}

/** Tables that say different things of one model, and a table that differs from the register. */
function betweenCells(model: CheckedModel, cells: readonly Cell[]): Finding[] {
  return (['use', 'piloted'] as const).flatMap((about) => {
    const [first, ...rest] = cells.filter((cell) => cell.about === about)
    const other = first && rest.find((cell) => cell.says !== first.says)
    if (!first || !other) return []
    const isRegister = other.place === null
    const [one, two] = isRegister ? [first, other] : [other, first]
    if (!one.place) return []
    return [
      finding(model, one.place, two.place, [one.text, two.text], isRegister ? registerVariant[about] : about, {
        place: one.where ?? '',
        otherPlace: two.where ?? '',
      }),
    ]
  })
}

const registerVariant = { use: 'registerUse', piloted: 'registerPiloted' } as const

/** A sentence against the first table that says anything, else against the register. */
function against({ model, said, sentence, place, where }: Statement, cells: readonly Cell[]): Finding[] {
  const use = cells.find(({ about }) => about === 'use')
  const piloted = cells.find(({ about }) => about === 'piloted')
  const contrary =
    said.use !== null && use && use.says === !said.use
      ? { cell: use, variant: said.use ? 'staysButEnded' : 'endedButStays' }
      : said.tried !== null && piloted && piloted.says === !said.tried
        ? { cell: piloted, variant: said.tried ? 'triedButNot' : 'notTriedButWas' }
        : null
  if (!contrary) return []
  const { cell } = contrary
  const variant = cell.place ? contrary.variant : registerVariant[cell.about]
  return [
    finding(model, place, cell.place, [sentence, cell.text], variant, { place: where, otherPlace: cell.where ?? '' }),
  ]
}

/** Two sentences of which one says that the model is used on and the other that it is not. */
function betweenTexts(own: readonly Statement[]): Finding[] {
  const stays = own.filter(({ said }) => said.use === true)
  return own
    .filter(({ said }) => said.use === false)
    .flatMap((ended) => {
      const other = stays.find(({ sentence }) => sentence !== ended.sentence)
      if (!other) return []
      return [
        finding(ended.model, ended.place, other.place, [ended.sentence, other.sentence], 'endedButStays', {
          place: ended.where,
          otherPlace: other.where,
        }),
      ]
    })
    .slice(0, 1)
}

function finding(
  model: CheckedModel,
  place: FindingPlace,
  other: FindingPlace | null,
  values: [string, string],
  variant: string,
  where: { place: string; otherPlace: string },
): Finding {
  const params = { model: bareName(model.name), value: values[0], other: values[1], ...where }
  return { rule: 'status-conflict', severity: 'error', place, other, values, variant, params }
}

/** Sentences of a section of which some clause says something of use. */
const tellingIn = perSection((section, report) =>
  section.kind === 'attachment'
    ? []
    : textLines(section, report).flatMap((line) => {
        if (line.block.form === 'heading' || line.block.form === 'quote') return []
        const sentences = line.sentences.map((sentence) => ({
          sentence,
          clauses: clausesOf(sentence.text).map((clause) => ({ clause, said: saidIn(clause, report.language) })),
        }))
        return sentences.some(({ clauses }) => clauses.some(({ said }) => said !== null)) ? [{ line, sentences }] : []
      }),
)

/** By what models are known, in the register and in the report. */
const names = (report: CheckedReport): string =>
  JSON.stringify([report.models, report.sections.map(({ modelId, title }) => modelId && [modelId, title])])

/** Everything that the text says of the use of a model: in the model's own section, or where a sentence names the model. */
const statements = perSectionAgainst(names, (section, report): readonly Statement[] =>
  tellingIn(section, report).flatMap(({ line, sentences }) => {
    const own = knownModels(report).find((known) => known.sections.includes(section)) ?? null
    let isOn = false
    return sentences.flatMap(({ sentence, clauses }) => {
      const tells = clauses.some(({ said }) => said !== null)
      let named: KnownModel | null = null
      return clauses.flatMap(({ clause, said }, index) => {
        if (tells) named = named ?? modelNamedIn(clause.text, report)
        const text = withoutSurroundings(clause.text, report.language)
        const isOwn = own !== null && (named === null || named === own) && isOfModel(text, said, own, isOn)
        isOn = isOwn
        const model = isOwn ? own : named === own ? null : named
        if (!said || !model || !(isOwn || isSubject(text, said, model))) return []
        if (said.use === false && isTakenBack(clauses.slice(index + 1).map((one) => one.clause))) return []
        const place = placeIn(section, line, sentence.from, sentence.to)
        return [{ model: model.model, said, sentence: sentence.text, place, where: sectionName(section) }]
      })
    })
  }),
)

const modelWord =
  /(?<![\p{L}-])(?:toiminta)?malli(?:a|n|sta|lla|ssa|lle|in)?(?!\p{L})|(?<!\p{L})(?:verksamhets)?modellen(?!\p{L})|(?<!\p{L})the model(?!\p{L})/iu
const pronoun = /(?<!\p{L})(?:se|sitä|siitä|sen|siihen|den|det|it)(?!\p{L})/iu
/** Subjects that mean the model itself in its own section. */
const general =
  /^(?:\s|ja|mutta|kuitenkin|lopulta|hanke|hankkeessa|hankkeen|hyvinvointialue|alue|johtoryhmä|\d|[.,()–-]|vuonna|keväällä|syksyllä|kesällä|talvella|\p{Ll}+kuussa)*(?:toiminta(?:a)?|palvelu(?:a|n)?|käyttöönotto(?:a)?|pilotti(?:a)?|pilotointi(?:a)?|kokeilu(?:a)?|toteutu(?:s|sta|ksen)|kehittäminen|verksamheten|tjänsten|försöket|ibruktagandet|the service|the pilot)?(?:\s|kuitenkin|lopulta|sitten|\d|vuonna|\p{Ll}+kuussa|och|men)*$/iu
const endsByNature =
  /(?:käyttöönot|pilot|kokeilu|hanke|projekti|koulutus|työpaja)\p{L}*\s+(?:[\p{L}\d.]+\s+){0,3}?päättyi/iu

/** Whether a clause in the model's own section is about the model and not about a part of it or something else. */
function isOfModel(clause: string, said: Said | null, own: KnownModel, before: boolean): boolean {
  if (endsByNature.test(clause)) return false
  if (modelWord.test(clause)) return true
  if (before && pronoun.test(clause)) return true
  if (!said) return sharesWord(clause, own)
  return isSubject(clause, said, own) || general.test(clause.slice(0, clause.indexOf(said.text)).trim())
}

/** Whether the words before what is said are the model's name, or the model as such. */
function isSubject(clause: string, said: Said, model: KnownModel): boolean {
  if (endsByNature.test(clause)) return false
  const at = clause.indexOf(said.text)
  const before = clause.slice(0, at)
  if (modelWord.test(before) || pronoun.test(before)) return true
  const last = before.trim().split(/\s+/).slice(-4).join(' ')
  const after = clause
    .slice(at + said.text.length)
    .trim()
    .split(/\s+/)
    .slice(0, 3)
    .join(' ')
  return sharesWord(last, model) || sharesWord(after, model) || sharesWord(said.text, model)
}
