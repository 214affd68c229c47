# What happened (error-) and what to do (hint-): one sentence each.
error-read = The file “{ $path }” cannot be read.
hint-read = Check that the disk or USB stick is plugged in and that you may open the file, then try again.
error-write = “{ $path }” cannot be written.
hint-write = Check the permission and the free space, or choose another folder.
error-make-folder = The folder “{ $path }” cannot be made.
error-missing = There is no file “{ $path }”.
hint-missing = Check the name and the folder of the file.
error-already-there = There is a file “{ $path }” already.
hint-already-there = Choose another name; the old file was left as it is.
error-foreign = The file “{ $path }” is not a register of Sổ Làng Nghề but { $what }.
hint-foreign = Choose a file ending in .langnghe that this program made.
error-damaged = The file “{ $path }” is damaged.
hint-damaged = Restore the latest backup; the damaged file is kept, not deleted.
error-too-new = The file “{ $path }” was made by a newer program (data version { $found }, this program knows up to { $known }).
hint-too-new = Update the program and open it again; the file was not changed.
error-in-use = The register “{ $path }” is open in another window of the program.
hint-in-use = Use the window that is open, or close it and try again.
error-locked = Another program holds the file “{ $path }”.
hint-locked = Close the other program (backup, antivirus, synchronisation) and try again.
error-disk-full = The disk was full when writing “{ $path }”.
hint-disk-full = Delete other files from the disk and try again; what was saved before is intact.
error-invalid = { $count ->
    [one] One thing has to be mended.
   *[other] { $count } things have to be mended.
}
hint-invalid = Mend what is named and try again; nothing was changed.
error-not-found = { $what } not found.
hint-not-found = Check the name or number; the record may be in the trash.
error-referenced = The { $kind } “{ $name }” cannot be deleted because { $count } × { $by } still belong to it.
hint-referenced = Move or delete what belongs to it first.
error-text-final = The text of memorandum { $number } is final and cannot be changed.
hint-text-final = If it is not signed yet, open the text again; if it is signed, make an amending memorandum.
error-number-taken = The number { $number } is in use.
hint-number-taken = Choose another number; numbers are never used twice.
error-nothing-to-undo = There is nothing left to undo.
error-nothing-to-redo = There is nothing left to redo.
hint-nothing-to-undo = You can go on working.
hint-usage = Type so-lang-nghe --help to see how it is used.
error-checks-failed = { $count ->
    [one] One fault was found in the register.
   *[other] { $count } faults were found in the register.
}
hint-checks-failed = Back this file up, then restore the latest backup without faults.
error-not-printed = { $count ->
    [one] One memorandum could not be printed.
   *[other] { $count } memoranda could not be printed.
}
hint-not-printed = The others were printed; mend what is named and print again.
error-paper-changed = The final text of memorandum { $number } is missing or no longer what it was.
error-output = The results cannot be written to where they were sent.
hint-output = Check the free space and the permission, then run it again.
hint-decide = The file is not damaged; look at what is named and decide what stays.
mou-template-unknown = The template “{ $template }”
error-bug = The program made a mistake: { $what }.
hint-bug = What was saved is intact; start the program again and send the log to the person in charge.
foreign-empty = an empty file
foreign-pdf = a PDF document
foreign-zip = a Word, Excel or zip file
foreign-old-office = an old Word or Excel file
foreign-picture = a picture
foreign-other-database = a database of another program
foreign-text = a text file
foreign-folder = a folder
foreign-unknown = a file of unknown kind
fault-pages = The structure of the file is faulty: { $details }.
fault-references = { $count } × { $kind } refer to something that does not exist.
fault-log = The change log does not match in { $count } places.
fault-document-missing = The final text of memorandum { $number } has lost its PDF.
fault-document-changed = The final text of memorandum { $number } is no longer what it was.
fault-number-twice = The number { $number } stands on { $count } memoranda.
error-no-window = The window cannot be opened: there is no graphical screen, or its driver does not start.
hint-no-window = Run it in a session with a screen; commands such as “so-lang-nghe mou” work without a window.
system-program = The system's program “{ $program }” could not be run.
hint-system = Save the PDF and open or print it from the file manager.
