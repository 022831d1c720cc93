-- The lists behind figures that hold few rows among many (features SUG-02, SUG-34): found by an index instead of by reading them all.
create index suggestion_dissatisfied on suggestions.suggestion (congress_id, id) where final_result = 'dissatisfied';
create index suggestion_answered_late on suggestions.suggestion (congress_id, id) where was_late;
create index suggestion_transferred on suggestions.suggestion (congress_id, id) where transfers > 0;
