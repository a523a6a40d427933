/** How far: a bar and its words, e.g. "12/35 hyväksytty". */
export function Progress({ id, label, value, max }: { id: string; label: string; value: number; max: number }) {
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={value} max={Math.max(max, 1)} />
    </div>
  )
}
