operation-unknown = Operation
operation-add = Add { $kind } { $name }
operation-change = Change { $kind } { $name }
operation-delete = Delete { $kind } { $name }
operation-delete-many = Delete { $count } × { $kind }
operation-change-many = Change { $count } × { $kind }
operation-restore = Take { $kind } { $name } out of the trash
operation-retag = Tag { $count } × { $kind }
operation-number = Number memorandum { $name }
operation-gap = Explain the unused number { $value }
operation-ceremony = Arrange the ceremony
operation-printed = { $count ->
    [one] Note one memorandum as printed
   *[other] Note { $count } memoranda as printed
}
operation-batch-time = Set when a batch begins
operation-copies = Note the look through the copies of { $name }
operation-signer = Change the signer of { $name }
operation-freeze = Make the text of { $name } final
operation-mou-state = Memorandum { $name }: { $state }
operation-sample = Fill in the sample book
operation-merge = Merge into { $kind } { $name }
operation-keep-apart = Note two { $kind } that are not the same
operation-add-many = Add { $count } × { $kind }
operation-arrange-pictures = Arrange pictures
operation-field-back = Take back the old value of { $field }
operation-drop-number = Take the number off { $name }
