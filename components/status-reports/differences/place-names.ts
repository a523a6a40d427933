import { type FormSection, fieldId, fieldsOf } from '@/components/status-reports/form/model'
import { readPath } from '@/lib/status-reports/fields/model'

/** Where a place of a report stands on its page, and what it is called. */
type Place = { label: string; anchor: string }

/** id of a field on the page of the report: an indicator is one row with all its fields. */
export function shownFieldId(path: string): string {
  const { indicatorId = null } = readPath(path) ?? {}
  return fieldId(indicatorId ? `indicators/${indicatorId}` : path)
}

/** Name and place of a section, of one action or indicator, or of one field; the path itself when it is none of them. */
export function placeNamed(sections: readonly FormSection[], path: string): Place {
  const section = sections.find((one) => path === one.path || path.startsWith(`${one.path}/`))
  if (!section) return { label: path, anchor: '#main' }
  const field = fieldsOf(section).find((one) => one.path === path)
  const group = section.groups.find(
    (one) => `${section.path}/${one.key}` === path || [...one.fields, ...one.more].some((own) => own.path === path),
  )
  // A section of one question needs no second name for its only field.
  const single = fieldsOf(section).length === 1
  const names = [section.title, group?.title, single ? undefined : field?.label].filter((name) => name !== undefined)
  return { label: names.join(': '), anchor: `#${field ? shownFieldId(path) : section.path}` }
}
