'use server'

import { action } from '@/lib/access/action'
import { countyAddress } from '@/lib/access/addresses'
import { setCountyDetails, setFactorRule, setRoleNames } from '@/lib/access/county/commands'
import { countySchema, factorRuleSchema, roleNamesSchema } from '@/lib/access/county/schema'
import { chooseCounty } from '@/lib/statistics/county/commands'
import { countyChoiceSchema } from '@/lib/statistics/county/schema'

const back = () => countyAddress

export const saveDetails = action(countySchema, setCountyDetails, back)
export const saveNames = action(roleNamesSchema, setRoleNames, back)
export const saveFactorRule = action(factorRuleSchema, setFactorRule, back)
export const saveRegion = action(countyChoiceSchema, chooseCounty, back)
