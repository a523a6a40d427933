/** The values asked for most recently, by name: as many as said, then the one that nobody has asked for the longest is let go. */
export class Recent<Value> {
  private readonly values = new Map<string, Value>()
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get(name: string): Value | undefined {
    return this.values.get(name)
  }

  keep(name: string, value: Value): Value {
    this.values.delete(name)
    this.values.set(name, value)
    const [oldest] = this.values.keys()
    if (this.values.size > this.most && oldest !== undefined) this.values.delete(oldest)
    return value
  }
}
