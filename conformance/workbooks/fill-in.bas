REM  Works in a workbook the way a person does in LibreOffice Calc: takes the protection off, types, picks, sorts, hides a column, moves another, and saves.
REM  fill-in.mjs puts this module into a profile of its own; Main is called with the two paths as addresses, the files of what to type and of what went
REM  wrong, and the sheet to sort with the headers of the columns to hide and to move, empty for none.

Sub Main(source As String, target As String, edits As String, trouble As String, sorted As String, hide As String, move As String)
  On Error GoTo Failed
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  Dim book As Object
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  Dim number As Long
  For number = 0 To book.Sheets.Count - 1
    book.Sheets.getByIndex(number).unprotect("")
  Next
  Dim file As Integer, edit As String
  file = FreeFile
  Open edits For Input As #file
  Do While Not Eof(file)
    Line Input #file, edit
    If edit <> "" Then FillCell(book, Split(edit, "^^"))
  Loop
  Close #file
  Dim sheet As Object
  sheet = book.Sheets.getByName(sorted)
  SortBackwards(sheet)
  If hide <> "" Then sheet.Columns.getByIndex(ColumnOf(sheet, hide)).IsVisible = False
  If move <> "" Then MoveColumn(sheet, move)
  Dim saved(0) As New com.sun.star.beans.PropertyValue
  saved(0).Name = "FilterName"
  saved(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(target, saved())
  book.close(True)
  Exit Sub
Failed:
  file = FreeFile
  Open trouble For Output As #file
  Print #file, "line " & Erl & ": " & Error$
  Close #file
  If Not IsNull(book) Then book.close(True)
End Sub

REM  An edit: sheet, id (or its row, like row 5, for a blank one), header, text. A text like date:46296 is a date of that day number.
Sub FillCell(book As Object, edit As Variant)
  Dim sheet As Object, cell As Object
  sheet = book.Sheets.getByName(edit(0))
  cell = sheet.getCellByPosition(ColumnOf(sheet, edit(2)), RowOf(sheet, edit(1)))
  If Left(edit(3), 5) = "date:" Then
    cell.Value = CDbl(Mid(edit(3), 6))
  ElseIf Left(edit(3), 8) = "formula:" Then
    cell.Formula = Mid(edit(3), 9)
  Else
    cell.String = Replace(edit(3), "//", Chr(10))
  End If
End Sub

Function ColumnOf(sheet As Object, header As String) As Long
  Dim column As Long
  For column = 0 To 60
    If sheet.getCellByPosition(column, 0).String = header Then
      ColumnOf = column
      Exit Function
    End If
  Next
  Error 1000
End Function

Function RowOf(sheet As Object, id As String) As Long
  Dim row As Long
  If Left(id, 4) = "row " Then
    RowOf = CLng(Mid(id, 5)) - 1
    Exit Function
  End If
  For row = 1 To 2000
    If sheet.getCellByPosition(0, row).String = id Then
      RowOf = row
      Exit Function
    End If
  Next
  Error 1001
End Function

Sub SortBackwards(sheet As Object)
  Dim cursor As Object
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  Dim rows As Object
  rows = sheet.getCellRangeByPosition(0, 1, cursor.RangeAddress.EndColumn, cursor.RangeAddress.EndRow)
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = 0
  fields(0).IsAscending = False
  Dim how(1) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = fields()
  how(1).Name = "ContainsHeader"
  how(1).Value = False
  rows.sort(how())
End Sub

REM  To the right of all others.
Sub MoveColumn(sheet As Object, header As String)
  Dim cursor As Object, from As Long
  cursor = sheet.createCursor()
  cursor.gotoEndOfUsedArea(False)
  from = ColumnOf(sheet, header)
  Dim target As New com.sun.star.table.CellAddress
  target.Sheet = sheet.RangeAddress.Sheet
  target.Column = cursor.RangeAddress.EndColumn + 1
  target.Row = 0
  Dim area As Object
  area = sheet.getCellRangeByPosition(from, 0, from, cursor.RangeAddress.EndRow)
  sheet.moveRange(target, area.RangeAddress)
End Sub
