import { TicketStore } from '../../src/modules/queue/storage/ticket.store.js';

/** The program with the condition of a ticket's compare-and-set taken away: to see that the check of Q1 finds it. */
TicketStore.prototype.compareAndSet = async (command, row, columns, next) => {
  const values = columns.map((column) => {
    const value = next[column];
    return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
  });
  const set = columns.map((column) => `${column} = ?`).join(', ');
  await command.change(`UPDATE ticket SET ${set} WHERE id = ?`, [...values, row.id]);
  return true;
};

await import('../../src/main.js');
