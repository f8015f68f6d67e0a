// Made from openapi/openapi.yaml by `npm run generate`. Do not edit.

// @ts-nocheck: compiled code, typed by the exports at its end
import type * as types from './types.ts'

/** One rule of the contract that a value breaks. It names the place and the rule, never the value. */
export interface Violation {
  /** JSON pointer into the value that was checked, e.g. `/3/created_at`. */
  instancePath: string
  /** JSON pointer into the contract, e.g. `#/components/schemas/Conversation/required`. */
  schemaPath: string
  /** The keyword of JSON Schema that was broken, e.g. `type`. */
  keyword: string
  /** What the keyword asks for, e.g. `{ type: 'string' }`. */
  params: Record<string, unknown>
}

/** Tells whether a value keeps its schema; when it doesn't, `errors` says why until the next call. */
export interface Validator<T> {
  (value: unknown): value is T
  errors?: Violation[] | null
}


const checkConversationList = validate21;
const schema32 = {"type":"array","items":{"$ref":"#/components/schemas/Conversation"}};
const schema33 = {"type":"object","required":["id","copilot_id","created_at","channel","classification","assignee_id","handoff","handoff_sentiment","status","meta","action_called","total_messages"],"additionalProperties":true,"properties":{"id":{"type":"string","minLength":1},"copilot_id":{"type":"string","minLength":1},"created_at":{"type":"string","format":"date-time"},"channel":{"type":"string"},"summary":{"type":["string","null"]},"classification":{"type":["string","null"]},"assignee_id":{"type":"string","minLength":1},"handoff":{"type":"boolean"},"handoff_sentiment":{"type":["string","null"]},"status":{"type":"string"},"meta":{"type":["object","null"],"additionalProperties":true,"properties":{"title":{"type":["string","null"]},"title_generation_type":{"type":["string","null"]},"summary":{"type":["string","null"]},"phoneNumber":{"type":["string","null"]},"whatsappToNumber":{"type":["string","null"]},"recordingUrl":{"type":["string","null"]}}},"action_called":{"type":"integer","minimum":0},"total_messages":{"type":"integer","minimum":0}}};
const func1 = (text) => [...text].length;
const formats0 = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])t([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d+)?(z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

function validate21(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(Array.isArray(data)){
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
let data0 = data[i0];
if(data0 && typeof data0 == "object" && !Array.isArray(data0)){
if(data0.id === undefined){
const err0 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "id"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
if(data0.copilot_id === undefined){
const err1 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "copilot_id"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
if(data0.created_at === undefined){
const err2 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "created_at"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
if(data0.channel === undefined){
const err3 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "channel"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
if(data0.classification === undefined){
const err4 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "classification"}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
if(data0.assignee_id === undefined){
const err5 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "assignee_id"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
if(data0.handoff === undefined){
const err6 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "handoff"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
if(data0.handoff_sentiment === undefined){
const err7 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "handoff_sentiment"}};
if(vErrors === null){
vErrors = [err7];
}
else {
vErrors.push(err7);
}
errors++;
}
if(data0.status === undefined){
const err8 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "status"}};
if(vErrors === null){
vErrors = [err8];
}
else {
vErrors.push(err8);
}
errors++;
}
if(data0.meta === undefined){
const err9 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "meta"}};
if(vErrors === null){
vErrors = [err9];
}
else {
vErrors.push(err9);
}
errors++;
}
if(data0.action_called === undefined){
const err10 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "action_called"}};
if(vErrors === null){
vErrors = [err10];
}
else {
vErrors.push(err10);
}
errors++;
}
if(data0.total_messages === undefined){
const err11 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/required",keyword:"required",params:{missingProperty: "total_messages"}};
if(vErrors === null){
vErrors = [err11];
}
else {
vErrors.push(err11);
}
errors++;
}
if(data0.id !== undefined){
let data1 = data0.id;
if(typeof data1 === "string"){
if(func1(data1) < 1){
const err12 = {instancePath:instancePath+"/" + i0+"/id",schemaPath:"#/components/schemas/Conversation/properties/id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err12];
}
else {
vErrors.push(err12);
}
errors++;
}
}
else {
const err13 = {instancePath:instancePath+"/" + i0+"/id",schemaPath:"#/components/schemas/Conversation/properties/id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err13];
}
else {
vErrors.push(err13);
}
errors++;
}
}
if(data0.copilot_id !== undefined){
let data2 = data0.copilot_id;
if(typeof data2 === "string"){
if(func1(data2) < 1){
const err14 = {instancePath:instancePath+"/" + i0+"/copilot_id",schemaPath:"#/components/schemas/Conversation/properties/copilot_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err14];
}
else {
vErrors.push(err14);
}
errors++;
}
}
else {
const err15 = {instancePath:instancePath+"/" + i0+"/copilot_id",schemaPath:"#/components/schemas/Conversation/properties/copilot_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err15];
}
else {
vErrors.push(err15);
}
errors++;
}
}
if(data0.created_at !== undefined){
let data3 = data0.created_at;
if(typeof data3 === "string"){
if(!(formats0.test(data3))){
const err16 = {instancePath:instancePath+"/" + i0+"/created_at",schemaPath:"#/components/schemas/Conversation/properties/created_at/format",keyword:"format",params:{format: "date-time"}};
if(vErrors === null){
vErrors = [err16];
}
else {
vErrors.push(err16);
}
errors++;
}
}
else {
const err17 = {instancePath:instancePath+"/" + i0+"/created_at",schemaPath:"#/components/schemas/Conversation/properties/created_at/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err17];
}
else {
vErrors.push(err17);
}
errors++;
}
}
if(data0.channel !== undefined){
if(typeof data0.channel !== "string"){
const err18 = {instancePath:instancePath+"/" + i0+"/channel",schemaPath:"#/components/schemas/Conversation/properties/channel/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err18];
}
else {
vErrors.push(err18);
}
errors++;
}
}
if(data0.summary !== undefined){
let data5 = data0.summary;
if((typeof data5 !== "string") && (data5 !== null)){
const err19 = {instancePath:instancePath+"/" + i0+"/summary",schemaPath:"#/components/schemas/Conversation/properties/summary/type",keyword:"type",params:{type: schema33.properties.summary.type}};
if(vErrors === null){
vErrors = [err19];
}
else {
vErrors.push(err19);
}
errors++;
}
}
if(data0.classification !== undefined){
let data6 = data0.classification;
if((typeof data6 !== "string") && (data6 !== null)){
const err20 = {instancePath:instancePath+"/" + i0+"/classification",schemaPath:"#/components/schemas/Conversation/properties/classification/type",keyword:"type",params:{type: schema33.properties.classification.type}};
if(vErrors === null){
vErrors = [err20];
}
else {
vErrors.push(err20);
}
errors++;
}
}
if(data0.assignee_id !== undefined){
let data7 = data0.assignee_id;
if(typeof data7 === "string"){
if(func1(data7) < 1){
const err21 = {instancePath:instancePath+"/" + i0+"/assignee_id",schemaPath:"#/components/schemas/Conversation/properties/assignee_id/minLength",keyword:"minLength",params:{limit: 1}};
if(vErrors === null){
vErrors = [err21];
}
else {
vErrors.push(err21);
}
errors++;
}
}
else {
const err22 = {instancePath:instancePath+"/" + i0+"/assignee_id",schemaPath:"#/components/schemas/Conversation/properties/assignee_id/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err22];
}
else {
vErrors.push(err22);
}
errors++;
}
}
if(data0.handoff !== undefined){
if(typeof data0.handoff !== "boolean"){
const err23 = {instancePath:instancePath+"/" + i0+"/handoff",schemaPath:"#/components/schemas/Conversation/properties/handoff/type",keyword:"type",params:{type: "boolean"}};
if(vErrors === null){
vErrors = [err23];
}
else {
vErrors.push(err23);
}
errors++;
}
}
if(data0.handoff_sentiment !== undefined){
let data9 = data0.handoff_sentiment;
if((typeof data9 !== "string") && (data9 !== null)){
const err24 = {instancePath:instancePath+"/" + i0+"/handoff_sentiment",schemaPath:"#/components/schemas/Conversation/properties/handoff_sentiment/type",keyword:"type",params:{type: schema33.properties.handoff_sentiment.type}};
if(vErrors === null){
vErrors = [err24];
}
else {
vErrors.push(err24);
}
errors++;
}
}
if(data0.status !== undefined){
if(typeof data0.status !== "string"){
const err25 = {instancePath:instancePath+"/" + i0+"/status",schemaPath:"#/components/schemas/Conversation/properties/status/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err25];
}
else {
vErrors.push(err25);
}
errors++;
}
}
if(data0.meta !== undefined){
let data11 = data0.meta;
if((!(data11 && typeof data11 == "object" && !Array.isArray(data11))) && (data11 !== null)){
const err26 = {instancePath:instancePath+"/" + i0+"/meta",schemaPath:"#/components/schemas/Conversation/properties/meta/type",keyword:"type",params:{type: schema33.properties.meta.type}};
if(vErrors === null){
vErrors = [err26];
}
else {
vErrors.push(err26);
}
errors++;
}
if(data11 && typeof data11 == "object" && !Array.isArray(data11)){
if(data11.title !== undefined){
let data12 = data11.title;
if((typeof data12 !== "string") && (data12 !== null)){
const err27 = {instancePath:instancePath+"/" + i0+"/meta/title",schemaPath:"#/components/schemas/Conversation/properties/meta/properties/title/type",keyword:"type",params:{type: schema33.properties.meta.properties.title.type}};
if(vErrors === null){
vErrors = [err27];
}
else {
vErrors.push(err27);
}
errors++;
}
}
if(data11.title_generation_type !== undefined){
let data13 = data11.title_generation_type;
if((typeof data13 !== "string") && (data13 !== null)){
const err28 = {instancePath:instancePath+"/" + i0+"/meta/title_generation_type",schemaPath:"#/components/schemas/Conversation/properties/meta/properties/title_generation_type/type",keyword:"type",params:{type: schema33.properties.meta.properties.title_generation_type.type}};
if(vErrors === null){
vErrors = [err28];
}
else {
vErrors.push(err28);
}
errors++;
}
}
if(data11.summary !== undefined){
let data14 = data11.summary;
if((typeof data14 !== "string") && (data14 !== null)){
const err29 = {instancePath:instancePath+"/" + i0+"/meta/summary",schemaPath:"#/components/schemas/Conversation/properties/meta/properties/summary/type",keyword:"type",params:{type: schema33.properties.meta.properties.summary.type}};
if(vErrors === null){
vErrors = [err29];
}
else {
vErrors.push(err29);
}
errors++;
}
}
if(data11.phoneNumber !== undefined){
let data15 = data11.phoneNumber;
if((typeof data15 !== "string") && (data15 !== null)){
const err30 = {instancePath:instancePath+"/" + i0+"/meta/phoneNumber",schemaPath:"#/components/schemas/Conversation/properties/meta/properties/phoneNumber/type",keyword:"type",params:{type: schema33.properties.meta.properties.phoneNumber.type}};
if(vErrors === null){
vErrors = [err30];
}
else {
vErrors.push(err30);
}
errors++;
}
}
if(data11.whatsappToNumber !== undefined){
let data16 = data11.whatsappToNumber;
if((typeof data16 !== "string") && (data16 !== null)){
const err31 = {instancePath:instancePath+"/" + i0+"/meta/whatsappToNumber",schemaPath:"#/components/schemas/Conversation/properties/meta/properties/whatsappToNumber/type",keyword:"type",params:{type: schema33.properties.meta.properties.whatsappToNumber.type}};
if(vErrors === null){
vErrors = [err31];
}
else {
vErrors.push(err31);
}
errors++;
}
}
if(data11.recordingUrl !== undefined){
let data17 = data11.recordingUrl;
if((typeof data17 !== "string") && (data17 !== null)){
const err32 = {instancePath:instancePath+"/" + i0+"/meta/recordingUrl",schemaPath:"#/components/schemas/Conversation/properties/meta/properties/recordingUrl/type",keyword:"type",params:{type: schema33.properties.meta.properties.recordingUrl.type}};
if(vErrors === null){
vErrors = [err32];
}
else {
vErrors.push(err32);
}
errors++;
}
}
}
}
if(data0.action_called !== undefined){
let data18 = data0.action_called;
if(!(((typeof data18 == "number") && (!(data18 % 1) && !isNaN(data18))) && (isFinite(data18)))){
const err33 = {instancePath:instancePath+"/" + i0+"/action_called",schemaPath:"#/components/schemas/Conversation/properties/action_called/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err33];
}
else {
vErrors.push(err33);
}
errors++;
}
if((typeof data18 == "number") && (isFinite(data18))){
if(data18 < 0 || isNaN(data18)){
const err34 = {instancePath:instancePath+"/" + i0+"/action_called",schemaPath:"#/components/schemas/Conversation/properties/action_called/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err34];
}
else {
vErrors.push(err34);
}
errors++;
}
}
}
if(data0.total_messages !== undefined){
let data19 = data0.total_messages;
if(!(((typeof data19 == "number") && (!(data19 % 1) && !isNaN(data19))) && (isFinite(data19)))){
const err35 = {instancePath:instancePath+"/" + i0+"/total_messages",schemaPath:"#/components/schemas/Conversation/properties/total_messages/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err35];
}
else {
vErrors.push(err35);
}
errors++;
}
if((typeof data19 == "number") && (isFinite(data19))){
if(data19 < 0 || isNaN(data19)){
const err36 = {instancePath:instancePath+"/" + i0+"/total_messages",schemaPath:"#/components/schemas/Conversation/properties/total_messages/minimum",keyword:"minimum",params:{comparison: ">=", limit: 0}};
if(vErrors === null){
vErrors = [err36];
}
else {
vErrors.push(err36);
}
errors++;
}
}
}
}
else {
const err37 = {instancePath:instancePath+"/" + i0,schemaPath:"#/components/schemas/Conversation/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err37];
}
else {
vErrors.push(err37);
}
errors++;
}
}
}
else {
const err38 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err38];
}
else {
vErrors.push(err38);
}
errors++;
}
validate21.errors = vErrors;
return errors === 0;
}

const checkErrorBody = validate22;
const schema34 = {"type":"object","additionalProperties":true,"properties":{"statusCode":{"type":"integer"},"message":{"anyOf":[{"type":"string"},{"type":"array","items":{"type":"string"}}]},"error":{"type":"string"}}};

function validate22(data, {instancePath="", parentData, parentDataProperty, rootData=data}={}){
let vErrors = null;
let errors = 0;
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.statusCode !== undefined){
let data0 = data.statusCode;
if(!(((typeof data0 == "number") && (!(data0 % 1) && !isNaN(data0))) && (isFinite(data0)))){
const err0 = {instancePath:instancePath+"/statusCode",schemaPath:"#/properties/statusCode/type",keyword:"type",params:{type: "integer"}};
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
if(data.message !== undefined){
let data1 = data.message;
const _errs5 = errors;
let valid1 = false;
const _errs6 = errors;
if(typeof data1 !== "string"){
const err1 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/anyOf/0/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs8 = errors;
if(Array.isArray(data1)){
const len0 = data1.length;
for(let i0=0; i0<len0; i0++){
if(typeof data1[i0] !== "string"){
const err2 = {instancePath:instancePath+"/message/" + i0,schemaPath:"#/properties/message/anyOf/1/items/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
}
}
}
else {
const err3 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/anyOf/1/type",keyword:"type",params:{type: "array"}};
if(vErrors === null){
vErrors = [err3];
}
else {
vErrors.push(err3);
}
errors++;
}
var _valid0 = _errs8 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err4 = {instancePath:instancePath+"/message",schemaPath:"#/properties/message/anyOf",keyword:"anyOf",params:{}};
if(vErrors === null){
vErrors = [err4];
}
else {
vErrors.push(err4);
}
errors++;
}
else {
errors = _errs5;
if(vErrors !== null){
if(_errs5){
vErrors.length = _errs5;
}
else {
vErrors = null;
}
}
}
}
if(data.error !== undefined){
if(typeof data.error !== "string"){
const err5 = {instancePath:instancePath+"/error",schemaPath:"#/properties/error/type",keyword:"type",params:{type: "string"}};
if(vErrors === null){
vErrors = [err5];
}
else {
vErrors.push(err5);
}
errors++;
}
}
}
else {
const err6 = {instancePath,schemaPath:"#/type",keyword:"type",params:{type: "object"}};
if(vErrors === null){
vErrors = [err6];
}
else {
vErrors.push(err6);
}
errors++;
}
validate22.errors = vErrors;
return errors === 0;
}

export const validateConversationList = checkConversationList as unknown as Validator<types.ConversationList>
export const validateErrorBody = checkErrorBody as unknown as Validator<types.ErrorBody>

/** Every validator, by the name of its schema. */
export const validators: Readonly<Record<string, Validator<unknown>>> = {
  ConversationList: validateConversationList,
  ErrorBody: validateErrorBody,
}
