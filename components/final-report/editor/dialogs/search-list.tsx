import { useEffect, useId, useState } from 'react'
import type { ChoiceGroup } from '@/lib/final-report/choices/model'

type Props = {
  label: string
  searchLabel: string
  countText: (count: number) => string
  groups: readonly ChoiceGroup[]
  chosen: readonly string[]
  onChoose: (values: string[]) => void
  multiple?: boolean
  error?: string | undefined
}

/**
 * Choices with a field that narrows them; every word written must stand in the choice. Of a single choice the first that is
 * found is chosen until another one is.
 */
export function SearchList({ label, searchLabel, countText, groups, chosen, onChoose, multiple, error }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const shown = found(typed)
  const count = shown.reduce((sum, group) => sum + group.options.length, 0)

  function found(text: string): ChoiceGroup[] {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    const fits = (label: string) => words.every((word) => label.toLowerCase().includes(word))
    const kept = (value: string) => multiple === true && chosen.includes(value)
    return groups
      .map((group) => ({
        ...group,
        options: group.options.filter((option) => kept(option.value) || fits(`${group.label} ${option.label}`)),
      }))
      .filter((group) => group.options.length > 0)
  }

  function search(text: string) {
    setTyped(text)
    const options = found(text).flatMap((group) => group.options)
    if (!multiple && !options.some(({ value }) => value === chosen[0])) {
      onChoose(options.slice(0, 1).map(({ value }) => value))
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list comes
  useEffect(() => search(''), [])

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <label className="field-label" htmlFor={`${id}-search`}>
        {searchLabel}
      </label>
      <input
        id={`${id}-search`}
        type="search"
        className="input"
        data-width="full"
        autoComplete="off"
        value={typed}
        onChange={(event) => search(event.target.value)}
      />
      <p role="status" className="text-small text-muted">
        {countText(count)}
      </p>
      <label className="field-label" htmlFor={`${id}-list`}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
      <select
        id={`${id}-list`}
        className="input editor-choices"
        size={8}
        multiple={multiple}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        value={multiple ? [...chosen] : (chosen[0] ?? '')}
        onChange={(event) => onChoose([...event.target.selectedOptions].map((option) => option.value))}
      >
        {shown.map((group) =>
          group.label === '' ? (
            group.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))
          ) : (
            <optgroup key={group.label} label={group.label}>
              {group.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </select>
    </div>
  )
}
