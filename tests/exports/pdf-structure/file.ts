import { type Dict, Operator, Reader, Ref, Stream, unpack, type Value } from '@/tests/exports/pdf-structure/objects'

type Place = number | { stream: number; index: number }

/** A PDF file, with a plain cross-reference table or one in a stream: its objects by number, and its catalogue. */
export class PdfFile {
  private readonly places = new Map<number, Place>()
  private readonly known = new Map<number, Value>()
  private readonly bytes: Uint8Array
  readonly catalogue: Dict

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
    const text = Buffer.from(bytes).toString('latin1')
    const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1] ?? Number.NaN)
    const table = text.slice(start)
    const trailer = table.startsWith('xref') ? this.fromTable(table, start) : this.fromStream(start)
    this.catalogue = this.dict(trailer.get('Root'))
  }

  private fromTable(table: string, start: number): Dict {
    const head = /^xref\s+(\d+)\s+(\d+)\s+/.exec(table)
    const first = Number(head?.[1] ?? 0)
    const rows = table.slice(head?.[0].length ?? 0).match(/^\d{10} \d{5} [nf]/gm) ?? []
    rows.forEach((row, index) => {
      if (row.endsWith('n')) this.places.set(first + index, Number(row.slice(0, 10)))
    })
    const trailer = new Reader(this.bytes, start + table.indexOf('trailer') + 'trailer'.length).value()
    if (!(trailer instanceof Map)) throw new Error('no trailer')
    return trailer
  }

  /** ISO 32000-1, 7.5.8: three numbers for each object, whose widths in bytes are told. */
  private fromStream(start: number): Dict {
    const table = this.readAt(start)
    if (!(table instanceof Stream)) throw new Error('no cross-reference table')
    const widths = this.list(table.dict.get('W')).map(Number)
    const rows = Buffer.from(unpack(table))
    let at = 0
    const number = (width: number) => {
      at += width
      return width === 0 ? 0 : rows.readUIntBE(at - width, width)
    }
    for (let id = 0; at < rows.length; id += 1) {
      const [kind = 0, second = 0, third = 0] = widths.map(number)
      if (kind === 1) this.places.set(id, second)
      if (kind === 2) this.places.set(id, { stream: second, index: third })
    }
    return table.dict
  }

  get objects(): number {
    return this.places.size
  }

  /** The value itself, however often it is referred to. */
  get(value: Value | undefined): Value {
    if (!(value instanceof Ref)) return value ?? null
    const known = this.known.get(value.id)
    if (known !== undefined) return known
    const made = this.read(value.id)
    this.known.set(value.id, made)
    return made
  }

  dict(value: Value | undefined): Dict {
    const found = this.get(value)
    if (found instanceof Map) return found
    return found instanceof Stream ? found.dict : new Map()
  }

  list(value: Value | undefined): Value[] {
    const found = this.get(value)
    return Array.isArray(found) ? found : found === null ? [] : [found]
  }

  /** Contents of a stream, or of several in a row. */
  content(value: Value | undefined): Uint8Array {
    const parts = this.list(value).map((item) => this.get(item))
    return Buffer.concat(parts.filter((part) => part instanceof Stream).map((part) => unpack(part)))
  }

  /** Pages in order, each with the number of its object and its inherited entries. */
  pages(): { id: number; dict: Dict }[] {
    const walk = (ref: Value, inherited: Dict): { id: number; dict: Dict }[] => {
      const own = this.dict(ref)
      const kids = own.get('Kids')
      const passed: Dict = new Map([...inherited, ...own])
      if (kids === undefined) return [{ id: ref instanceof Ref ? ref.id : -1, dict: passed }]
      for (const key of ['Kids', 'Parent', 'Type', 'Count']) passed.delete(key)
      return this.list(kids).flatMap((kid) => walk(kid, passed))
    }
    return walk(this.catalogue.get('Pages') ?? null, new Map())
  }

  private read(id: number): Value {
    const place = this.places.get(id)
    if (place === undefined) return null
    return typeof place === 'number' ? this.readAt(place) : (this.packed(place.stream)[place.index] ?? null)
  }

  private readonly unpacked = new Map<number, Value[]>()

  /** ISO 32000-1, 7.5.7: the objects of a stream, after a list of their numbers and places. */
  private packed(id: number): Value[] {
    const known = this.unpacked.get(id)
    if (known) return known
    const stream = this.get(new Ref(id))
    if (!(stream instanceof Stream)) throw new Error(`object ${id} holds no objects`)
    const bytes = unpack(stream)
    const head = new Reader(bytes)
    const pairs = Array.from({ length: Number(stream.dict.get('N')) }, () => [head.value(), Number(head.value())])
    const first = Number(stream.dict.get('First'))
    const values = pairs.map(([, at]) => new Reader(bytes, first + Number(at)).value() ?? null)
    this.unpacked.set(id, values)
    return values
  }

  private readAt(place: number): Value {
    const reader = new Reader(this.bytes, place)
    reader.value()
    reader.value()
    reader.value() // "12 0 obj"
    const value = reader.value() ?? null
    if (!(value instanceof Map)) return value
    const next = reader.value()
    if (!(next instanceof Operator) || next.word !== 'stream') return value
    const length = this.get(value.get('Length'))
    const from = reader.at + (this.bytes[reader.at] === 13 ? 2 : 1)
    return new Stream(value, this.bytes.subarray(from, from + Number(length)))
  }
}
