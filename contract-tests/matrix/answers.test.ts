import { describeMatrix } from './describe-matrix.ts'

describeMatrix('response', 'items')
