import type { BoundData } from '@/lib/final-report/bindings/model'
import { type BlockContent, isAddress, type Run, unbound, type WrittenBlock } from '@/lib/final-report/blocks/model'
import type { BindingDraft } from '@/lib/final-report/editing/model'
import {
  bindNumbers,
  type Candidates,
  meaningOf,
  placed,
  type Suggestion,
} from '@/lib/final-report/import/binding/model'
import { tellMeaning } from '@/lib/final-report/import/model'
import {
  nameKey,
  type OpenReference,
  resolveMade,
  resolveTyped,
  type Targets,
} from '@/lib/final-report/import/targets/model'
import type {
  Loss,
  LossKind,
  WrittenCaption,
  WrittenItem,
  WrittenPart,
  WrittenRun,
} from '@/lib/final-report/import/written/model'
import { blockTypeLabels } from '@/lib/final-report/labels'

/** What making blocks of a section's parts comes to. */
export type MadeBlocks = {
  blocks: WrittenBlock[]
  bound: number
  references: number
  suggestions: Suggestion[]
  open: OpenReference[]
  losses: Loss[]
}

export type BlockGround = {
  data: BoundData
  candidates: Candidates
  targets: Targets
  /** Id of the block of a table, a figure or a text; those with captions are referred to by it */
  idOf(part: WrittenPart): string
  newId(): string
  where: string
  /** The report lists its attachments in this section by itself */
  listsAttachments: boolean
  /** Titles of the attachments: a list of nothing else is made anew by the report */
  attachmentTitles: ReadonlySet<string>
}

/** Limits of what a block holds; what is longer becomes several. */
const longest = { text: 20_000, runs: 500, items: 200, caption: 300, note: 20 }

/** The blocks of the report that a part of the file becomes. */
export function blocksOfPart(part: WrittenPart, ground: BlockGround): MadeBlocks {
  const made: MadeBlocks = { blocks: [], bound: 0, references: 0, suggestions: [], open: [], losses: [] }
  new Making(ground, made).part(part)
  return made
}

class Making {
  private readonly ground: BlockGround
  private readonly made: MadeBlocks
  private first = true

  constructor(ground: BlockGround, made: MadeBlocks) {
    this.ground = ground
    this.made = made
  }

  part(part: WrittenPart): void {
    switch (part.kind) {
      case 'paragraph':
        this.text(part.runs, (runs) => ({ type: 'paragraph', content: { runs } }), part)
        return
      case 'quote':
        this.text(part.runs, (runs) => ({ type: 'quote', content: { runs, attribution: part.attribution } }), part)
        return
      case 'heading':
        this.add(part, { type: 'heading', content: { text: part.text, level: part.level > 1 ? 2 : 1 } })
        return
      case 'list':
        this.list(part)
        return
      case 'links':
        this.links(part)
        return
      case 'table': {
        const { columns, rows, total, notes } = part
        const width = Math.max(1, columns.length, ...rows.map((row) => row.length))
        const even = <T>(row: readonly T[], none: T): T[] => Array.from({ length: width }, (_, at) => row[at] ?? none)
        const content = {
          ...this.captioned(part.caption),
          columns: even(columns, ''),
          rows: rows.length > 0 ? rows.map((row) => even(row, null)) : [even([], null)],
          ...(total && { total: even(total, null) }),
          ...(notes.length > 0 && { notes: notes.slice(0, longest.note) }),
        }
        this.add(part, { type: 'free_table', content })
        this.restOf(part.caption)
        return
      }
      case 'image': {
        const { alt, description, picture } = part
        const content = { ...this.captioned(part.caption), alt, ...(description !== null && { description }) }
        // The name of the picture stands in for it until the report is taken in.
        const file = picture === null ? null : { id: picture, name: picture, mediaType: '', sha256: '' }
        this.add(part, { type: 'image', content }, [], file)
        this.restOf(part.caption)
        return
      }
      case 'models':
        this.models(part)
        return
      case 'attachments':
        this.attachments(part.labels)
    }
  }

  /** The first block of a part has the id by which the part is referred to; `null` stands for no part of the file. */
  private add(
    part: WrittenPart | null,
    content: BlockContent,
    bindings: readonly BindingDraft[] = [],
    file: WrittenBlock['file'] = null,
  ): void {
    const id = this.first && part ? this.ground.idOf(part) : this.ground.newId()
    this.first = false
    this.made.blocks.push({ ...content, id, bindings: placed(bindings), file, from: null })
  }

  private lose(what: LossKind, text: string): void {
    this.made.losses.push({ what, where: this.ground.where, text: text.slice(0, 120) })
  }

  private text(runs: readonly WrittenRun[], content: (runs: Run[]) => BlockContent, part: WrittenPart): void {
    const bindings: BindingDraft[] = []
    const line = this.line(runs, bindings)
    for (let at = 0; at < line.length; at += longest.runs) {
      this.add(part, content(line.slice(at, at + longest.runs)), bindings)
    }
  }

  /** A level of lists is one block; items inside items stand after them, as they do when pasted. */
  private list(part: Extract<WrittenPart, { kind: 'list' }>): void {
    const { items } = part
    const titles = items.map(({ runs }) => nameKey(runs.map((run) => ('text' in run ? run.text : '')).join('')))
    if (titles.length > 0 && titles.every((title) => this.ground.attachmentTitles.has(title))) {
      this.lose('contents', titles[0] ?? '')
      return
    }
    const links = items.map(({ runs }) => (runs.length === 1 && runs[0]?.kind === 'link' ? runs[0] : null))
    if (links.every((link) => link !== null)) {
      this.links({ kind: 'links', items: links.map(({ text, address }) => ({ text, address })) })
      return
    }
    if (items.some(({ level }) => level > 0)) this.lose('nested_list', titles[0] ?? '')
    let group: WrittenItem[] = []
    const end = () => {
      const bindings: BindingDraft[] = []
      const lines = group.map(({ runs }) => this.line(runs, bindings)).filter((line) => line.length > 0)
      const ordered = group[0]?.ordered === true
      if (lines.length > 0) this.add(part, { type: 'list', content: { ordered, items: lines } }, bindings)
      group = []
    }
    for (const item of items) {
      if (group.length > 0 && (group[0]?.ordered !== item.ordered || group.length === longest.items)) end()
      group.push(item)
    }
    end()
  }

  private links(part: Extract<WrittenPart, { kind: 'links' }>): void {
    const items = part.items.flatMap(({ text, address }) => {
      // Some addresses are written without their beginning.
      const whole = isAddress(address) ? address : `https://${address}`
      if (isAddress(whole) && whole.length <= 2000) return [{ text: text || whole, address: whole }]
      this.lose('link_address', address)
      return []
    })
    for (let at = 0; at < items.length; at += longest.items)
      this.add(part, { type: 'links', content: { items: items.slice(at, at + longest.items) } })
  }

  private models(part: Extract<WrittenPart, { kind: 'models' }>): void {
    const { investments, workPackages } = this.ground.data
    const isNamed = (row: { code: string | null; sourceId: string }, name: string) =>
      row.code === name || row.sourceId === name
    const packages = workPackages.filter((row) => part.workPackage !== null && isNamed(row, part.workPackage))
    const found = investments.filter((row) => part.investment !== null && isNamed(row, part.investment))
    // A table of the product names itself; one without a number is not counted.
    const about = [this.ground.candidates.t(blockTypeLabels.toimintamalli_table), part.workPackage ?? part.investment]
    const caption = part.caption ?? { label: null, text: about.filter(Boolean).join(' '), anchors: [] }
    const content = { ...this.captioned(caption), ...(part.workPackage !== null && { listed: true as const }) }
    const [workPackage, investment] = [packages[0], found[0]]
    if (packages.length === 1 && workPackage)
      this.add(part, { type: 'toimintamalli_table', content }, [
        { ...unbound, source: 'work_package', workPackageId: workPackage.id },
      ])
    else if (found.length === 1 && investment)
      this.add(part, { type: 'toimintamalli_table', content }, [
        { ...unbound, source: 'investment', investmentId: investment.id },
      ])
    else this.lose('unknown_rows', part.workPackage ?? part.investment ?? '')
  }

  private attachments(labels: readonly string[]): void {
    if (this.ground.listsAttachments) {
      this.lose('contents', labels.join(', '))
      return
    }
    for (const label of labels) {
      const named = this.ground.targets.names.get(nameKey(label))
      if (named && named !== 'several' && named.target.to === 'attachment')
        this.add(null, { type: 'attachment_reference', content: { attachmentId: named.target.id } })
      else {
        this.lose('unknown_attachment', label)
        this.add(null, { type: 'paragraph', content: { runs: [{ kind: 'text', text: label }] } })
      }
    }
  }

  /** A caption is one short line; what is longer goes on as text behind it. Without a number it is not counted. */
  private captioned(caption: WrittenCaption | null): { caption: string; numbered?: false } {
    const text = caption?.text ?? ''
    return { caption: text.slice(0, longest.caption), ...(!caption?.label && { numbered: false as const }) }
  }

  private restOf(caption: WrittenCaption | null): void {
    const rest = caption?.text.slice(longest.caption) ?? ''
    if (rest === '') return
    this.lose('long_caption', caption?.text ?? '')
    this.add(null, { type: 'paragraph', content: { runs: [{ kind: 'text', text: rest }] } })
  }

  /** The runs of one line: references resolved, then numbers bound. */
  private line(written: readonly WrittenRun[], bindings: BindingDraft[]): Run[] {
    const runs: Run[] = []
    let told = ''
    for (const run of written) {
      if (run.kind === 'sources') told = `${told}${told && '; '}${run.told}`
      else if (run.kind === 'value') this.value(run, runs, bindings)
      else if (run.kind === 'reference') this.reference(run, runs)
      else if (run.kind === 'text') this.plainText(run, runs)
      else if (run.kind === 'link' && !isAddress(run.address)) runs.push({ kind: 'text', text: run.text })
      else runs.push(run)
    }
    const bound = bindNumbers(runs, this.ground.candidates, told, bindings.length)
    bindings.push(...bound.bindings)
    this.made.bound += bound.bindings.length
    this.made.suggestions.push(...bound.suggestions)
    return bound.runs.flatMap(shortPieces)
  }

  private plainText(run: Extract<WrittenRun, { kind: 'text' }>, runs: Run[]): void {
    const { runs: found, open, resolved } = resolveTyped(run.text, this.ground.targets)
    this.made.open.push(...open)
    this.made.references += resolved
    for (const one of found) {
      const last = runs.at(-1)
      const marked = one.kind === 'text' && run.mark ? { ...one, mark: run.mark } : one
      if (marked.kind === 'text' && last?.kind === 'text' && last.mark === marked.mark)
        runs[runs.length - 1] = { ...last, text: last.text + marked.text }
      else runs.push(marked)
    }
  }

  private reference(run: Extract<WrittenRun, { kind: 'reference' }>, runs: Run[]): void {
    const last = runs.at(-1)
    const before = last?.kind === 'text' ? last.text : ''
    const { runs: made, open, cut } = resolveMade(run, before, this.ground.targets)
    if (cut > 0 && last?.kind === 'text') runs[runs.length - 1] = { ...last, text: last.text.slice(0, -cut) }
    this.made.open.push(...open)
    this.made.references += open.length === 0 ? 1 : 0
    runs.push(...made)
  }

  /** A mark of the file that says which value the number before it is. */
  private value(
    { indicator: name, index }: Extract<WrittenRun, { kind: 'value' }>,
    runs: Run[],
    bindings: BindingDraft[],
  ): void {
    const { data, candidates } = this.ground
    const indicator = data.indicators.find((row) => row.sourceId === name)
    const target = indicator?.targets.find((row) => row.role === 'final')
    const row = index === null ? null : indicator?.measurements.filter((one) => one.role === 'actual')[index]
    const binding: BindingDraft | null = row
      ? { ...unbound, source: 'measurement', measurementId: row.id }
      : index === null && target
        ? { ...unbound, source: 'target', targetId: target.id }
        : null
    const meaning = binding && meaningOf(binding, data, candidates.t)
    if (!binding || !meaning) {
      this.lose('unknown_value', index === null ? name : `${name}@${index}`)
      return
    }
    tellMeaning(runs, { binding: bindings.length, forms: meaning.forms })
    bindings.push(binding)
    this.made.bound += 1
  }
}

/** Longer texts are several runs, which read as one. */
function shortPieces(run: Run): Run[] {
  if (!('text' in run) || run.text.length <= longest.text) return [run]
  const pieces: Run[] = []
  for (let at = 0; at < run.text.length; at += longest.text)
    pieces.push({ ...run, text: run.text.slice(at, at + longest.text) })
  return pieces
}
