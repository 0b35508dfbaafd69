import { AuthError, ServerError } from '@azure/msal-node';
import { expect, test } from 'vitest';
import { notIssued } from './token-answer.ts';

test('MSAL’s own refusal keeps OAuth’s error and the number beside it', () => {
  const error = new ServerError('invalid_grant', 'correlation-1', 'text', 'basic_action', '50076');
  expect(notIssued(error, undefined)).toEqual({
    state: 'refused',
    error: 'invalid_grant',
    suberror: 'basic_action',
    aadsts: 50076,
    correlationId: 'correlation-1',
    requestId: null,
  });
});

test('MSAL’s local throttle, which gives the number as the error, never was an answer of Microsoft’s', () => {
  expect(notIssued(new ServerError('90055', 'correlation-1', 'text'), undefined)).toMatchObject({
    state: 'unreachable',
    status: 429,
  });
});

test('a refusal of MSAL’s own is named, and is not taken for a missing answer', () => {
  expect(notIssued(new AuthError('nonce_mismatch', ''), undefined)).toMatchObject({
    state: 'refused',
    error: 'nonce_mismatch',
    aadsts: null,
  });
});

test('anything else that was thrown says nothing', () => {
  expect(notIssued(new TypeError('x'), undefined)).toMatchObject({ state: 'unreachable', status: null });
});
