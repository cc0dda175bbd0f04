import { BookList, BookPath, CasePath, EntryList, EntryQuery, Receipt, Verification } from '@yiwang/contract';
import { describeFinding, findEntries, receiptFor, verifyBook } from '@yiwang/ledger';
import { serverFaults as faults } from '../faults.ts';
import { signedInOf } from '../access/signedInOf.ts';
import type { Http } from '../http/http.ts';
import { listBooks } from '../ledger/listBooks.ts';
import { verifiedEntries } from '../ledger/verifiedEntries.ts';
import type { Platform } from '../platform.ts';

/** The books (账本): what is in them, what proves it, and whether somebody changed them. */
export function addLedgerRoutes(http: Http, { db, city, access }: Platform): void {
  const books = [{ code: city.code, name: city.name }, ...city.regions];
  /** Verifying reads a whole book: one at a time, whoever asks. */
  let verifying = false;

  http.get(
    '/api/ledger',
    {
      config: { action: 'ledger.read' },
      schema: { summary: 'The books (账本), one a district', response: { 200: BookList }, tags: ['ledger'] },
    },
    async (request) => {
      const sees = access.seesRegion(signedInOf(request), 'ledger.read');
      return listBooks(
        db,
        books.filter(({ code }) => sees(code)),
      );
    },
  );

  http.get(
    '/api/ledger/:region/entries',
    {
      config: { action: 'ledger.read' },
      schema: {
        summary: 'The entries of a book',
        params: BookPath,
        querystring: EntryQuery,
        response: { 200: EntryList },
        tags: ['ledger'],
      },
    },
    async (request) => {
      const { region } = request.params;
      const who = signedInOf(request);
      access.require(request, who, 'ledger.read', { region, organisation: who.organisation });
      const { after, limit = 50 } = request.query;
      const entries = await findEntries(db, { region, limit, ...(after === undefined ? {} : { after }) });
      return verifiedEntries(db, region, entries);
    },
  );

  http.get(
    '/api/ledger/:region/entries/:id/receipt',
    {
      config: { action: 'ledger.read' },
      schema: {
        summary: 'A receipt that verifies offline',
        params: CasePath,
        response: { 200: Receipt },
        tags: ['ledger'],
      },
    },
    async (request, reply) => {
      const { region, id } = request.params;
      const who = signedInOf(request);
      access.require(request, who, 'ledger.read', { region, organisation: who.organisation });
      const receipt = await receiptFor(db, region, id);
      reply.header('content-disposition', `attachment; filename="receipt-${id}.json"`);
      return { ...receipt, inclusion: { ...receipt.inclusion, path: [...receipt.inclusion.path] } };
    },
  );

  http.post(
    '/api/ledger/:region/verify',
    {
      config: { action: 'ledger.verify' },
      schema: {
        summary: 'Recompute a book and name what was changed',
        params: BookPath,
        response: { 200: Verification },
        tags: ['ledger'],
      },
    },
    async (request) => {
      const { region } = request.params;
      const who = signedInOf(request);
      access.require(request, who, 'ledger.verify', { region, organisation: who.organisation });
      if (verifying) throw faults.busy();
      verifying = true;
      const begun = performance.now();
      try {
        const report = await verifyBook(db, region);
        return {
          region,
          entries: report.leaves + report.unplaced,
          intact: report.findings.length === 0,
          findings: report.findings.map((finding) => ({
            kind: finding.found,
            entry: 'id' in finding ? finding.id : null,
            seq: 'seq' in finding ? finding.seq : null,
            text: describeFinding(finding),
          })),
          milliseconds: Math.round((performance.now() - begun) * 10) / 10,
        };
      } finally {
        verifying = false;
      }
    },
  );
}
