import { sectionRule } from '@/lib/final-report/check/kept/model'
import { sumsInTable, sumsInText } from '@/lib/final-report/check/percentage-of-n/sums/model'
import { impossibleInTable } from '@/lib/final-report/check/percentage-of-n/tables/model'
import { impossibleInLine } from '@/lib/final-report/check/percentage-of-n/text/model'
import { textLines } from '@/lib/final-report/check/sections/model'
import { tablesIn } from '@/lib/final-report/check/tables/model'

/** Percentages that no whole number of the n told can give, and shares of one distribution that are more than the whole. */
export const percentageOfN = sectionRule('percentage-of-n', (section, report) => [
  ...textLines(section, report).flatMap((line) => impossibleInLine(line, section, report)),
  ...tablesIn(section, report).flatMap((table) => [
    ...impossibleInTable(table, section, report),
    ...sumsInTable(table, section, report),
  ]),
  ...sumsInText(section, report),
])
