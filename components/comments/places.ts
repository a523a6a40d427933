import { type FormSection, fieldsOf } from '@/components/status-reports/form/model'
import { formSections } from '@/components/status-reports/form/shape'
import type { Words } from '@/lib/platform/words'
import { sectionOfPlace } from '@/lib/status-reports/comments/model'
import { sectionPaths } from '@/lib/status-reports/fields/model'
import { sectionLabels } from '@/lib/status-reports/labels'
import type { ReportView } from '@/lib/status-reports/views/model'

/** Name of a section or field of the report as people know it; a field that is gone is known by its section. */
export function placeNames(t: Words, report: ReportView): (path: string) => string {
  const names = new Map<string, string>()
  for (const section of formSections(t, { ...report, opens: null })) {
    names.set(section.path, section.title)
    for (const { value, label } of fieldNames(section))
      names.set(value, label ? `${section.title}: ${label}` : section.title)
  }
  return (path) => {
    const section = sectionOfPlace(path)
    return names.get(path) ?? (section ? t(sectionLabels[section]) : path)
  }
}

/** What can be commented in a section: the whole of it and each field; a section of one field is that field. */
export function placesIn(t: Words, section: FormSection): { value: string; label: string }[] {
  const fields = fieldNames(section)
  if (fields.length === 1) return fields.map((field) => ({ ...field, label: section.title }))
  return [{ value: section.path, label: t('comments.wholeSection') }, ...fields]
}

/** The section that holds a path, by the path's first part. */
export function slotOfSection(path: string): string | null {
  const section = sectionOfPlace(path)
  return section && sectionPaths[section]
}

/** Fields by name within their section; empty where the section's own name says it. */
function fieldNames(section: FormSection): { value: string; label: string }[] {
  const several = fieldsOf(section).length > 1
  return section.groups.flatMap((group) =>
    [...group.fields, ...group.more].map((field) => ({
      value: field.path,
      label: several ? [group.title, field.label].filter(Boolean).join(': ') : '',
    })),
  )
}
