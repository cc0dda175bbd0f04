-- The fields of each user task's form, by element id: forms may be files of their own beside the model.
ALTER TABLE handle.definition ADD COLUMN fields jsonb NOT NULL DEFAULT '{}';
